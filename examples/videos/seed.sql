-- <!-- made by pgrehearse seed -->
-- 2391 rows: those that the statements of the workload "plain" find
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
--
-- PostgreSQL database dump
--

\restrict nb4k8p4Kvveg8vPZBgo7qu601hhlmvzC3tyGcS1Pkwvp2oItZBWy8y2JEGggNbH

-- Dumped from database version 16.14
-- Dumped by pg_dump version 16.14

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_table_access_method = heap;

--
-- Name: comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments (
    id uuid NOT NULL,
    video_id uuid NOT NULL,
    author_id uuid NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.jobs (
    id uuid NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.members (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    email text NOT NULL,
    display_name text NOT NULL,
    last_seen_at timestamp with time zone
);


--
-- Name: notifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notifications (
    id bigint NOT NULL,
    member_id uuid NOT NULL,
    kind text NOT NULL,
    seen boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: notifications_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.notifications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: notifications_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.notifications_id_seq OWNED BY public.notifications.id;


--
-- Name: trending; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.trending (
    video_id uuid NOT NULL,
    score bigint NOT NULL
);


--
-- Name: videos; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.videos (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    title text NOT NULL,
    duration_s integer NOT NULL,
    views bigint DEFAULT 0 NOT NULL,
    comments bigint DEFAULT 0 NOT NULL,
    transcript jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: view_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.view_events (
    id uuid NOT NULL,
    video_id uuid NOT NULL,
    member_id uuid NOT NULL,
    watched_s integer NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: workspaces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workspaces (
    id uuid NOT NULL,
    name text NOT NULL,
    plan text NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: notifications id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications ALTER COLUMN id SET DEFAULT nextval('public.notifications_id_seq'::regclass);


--
-- PostgreSQL database dump complete
--

\unrestrict nb4k8p4Kvveg8vPZBgo7qu601hhlmvzC3tyGcS1Pkwvp2oItZBWy8y2JEGggNbH

set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
copy public.workspaces (id, name, plan, created_at) from stdin;
c35fad5b-dac3-10fa-dfeb-67b9819cced3	Dohdvutxl 1	tkmn	2026-01-01 22:50:35+00
00d8a829-5e3d-707a-c532-24bbe6091437	Oirsfkaqf 2	eortfuay	2026-01-01 13:58:16+00
9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	Cxxjdbvdp 3	xuip	2026-01-01 18:36:33+00
3b1e3b49-de1b-4ad6-eacc-f41682c846ac	Suonmdmlk 4	tkmn	2026-01-01 06:32:57+00
177b6e6b-c8ba-a108-6b3b-ba74efe6252f	Scehqjuvc 5	eortfuay	2026-01-01 11:57:42+00
5b396816-f397-2000-fda2-d65d6dbce473	Vdwqnftym 6	xuip	2026-01-01 03:30:12+00
8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	Qrgdhriyo 7	tkmn	2026-01-01 19:54:17+00
9a4811af-cea0-995a-f223-3b9aee45db25	Nwcbukihy 8	eortfuay	2026-01-01 06:38:25+00
cd57656b-8eda-7d92-0355-1f193b7ce642	Iuczezoki 9	xuip	2026-01-01 15:45:03+00
54f477b9-562b-e82c-a9ae-a1fba4dac70d	Vvbkblwzb 10	tkmn	2026-01-01 05:42:46+00
5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	Bjxbonron 11	eortfuay	2026-01-01 02:49:07+00
fae64a59-15ab-29b2-f094-444df27962a7	Gryqogldo 12	xuip	2026-01-01 01:25:27+00
cb6fd1d1-829f-3638-7de8-8ce2c61c4172	Gqaexxesb 13	tkmn	2026-01-01 06:36:41+00
198a6f5a-def9-5a2b-62d5-e0493a4a792f	Vtculaunn 14	eortfuay	2026-01-01 00:48:59+00
b67f5ea6-22ae-2699-9a49-629040c85ee9	Gjpsobksv 15	xuip	2026-01-01 23:21:48+00
f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	Vlaovvmtr 16	tkmn	2026-01-01 18:24:13+00
81e8c38d-3b48-c080-d916-50ee66859131	Dawaxulvb 17	eortfuay	2026-01-01 09:53:38+00
36119d51-9e27-790a-35a7-f1a2e87aa7ad	Bvszzpzyi 18	xuip	2026-01-01 12:08:36+00
9068b0fb-03cd-e412-a784-4371d827fddb	Vttwoqfra 19	tkmn	2026-01-01 15:19:48+00
ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	Uyogrgsgd 20	eortfuay	2026-01-01 12:59:49+00
\.
copy public.members (id, workspace_id, email, display_name, last_seen_at) from stdin;
ce3cc20e-edf5-56bf-4400-04d0cd35accd	00d8a829-5e3d-707a-c532-24bbe6091437	icbyeo1@bgwcgxe.zpd	Hhzncs 1	\N
cea0f525-9625-0313-cda6-23d8d2f0f15d	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	xywrdf2@ijjivzg.yhz	Ltfzgn 2	\N
8554e4f8-055d-021b-c3d0-522014b465d4	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	qdwdlc3@vbjapgn.dia	Spdpwp 3	\N
cb2a3df1-644c-26a0-8901-ee9f5b87d319	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	qsienn4@vpqqbpu.wfv	Zmemjs 4	\N
1f8f1bef-69d8-b9de-be7d-f9197ba1700b	5b396816-f397-2000-fda2-d65d6dbce473	pnsvbz5@fhmizpz.zqp	Zcmkkl 5	\N
78920153-e76e-a4bb-6c59-b49cee2c162f	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	kuqjks6@lzxqmqw.dpy	Zpfbwm 6	\N
0613287f-cd61-254f-f9ad-9f04189fbc80	9a4811af-cea0-995a-f223-3b9aee45db25	gesoih7@hkbobck.gol	Ikqvsw 7	\N
987d06e9-a20d-1ccf-768d-75b535d4e868	cd57656b-8eda-7d92-0355-1f193b7ce642	xouioi8@rwtxmmt.pyh	Eqvdps 8	\N
9dbe905c-f8b4-3d23-3049-fe6abb0eca08	54f477b9-562b-e82c-a9ae-a1fba4dac70d	kjxpyv9@qyzwzma.sug	Gkgtul 9	\N
c57388be-1f1e-6b4b-ee43-812ee3d0f00d	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	mumayd10@kjfpkkz.pkt	Cmbdvq 10	\N
c9697ef7-ed74-9b25-0b1e-5b67aa45595f	fae64a59-15ab-29b2-f094-444df27962a7	hsvabm11@mfshpjl.sba	Xvtuqf 11	\N
fbbeba3b-f170-d528-6689-6683b586a23b	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	nghovy12@cikwrih.sxs	Yqqknx 12	\N
62bea1d1-7ef8-11a1-1d40-0e62e97e945f	198a6f5a-def9-5a2b-62d5-e0493a4a792f	vcmqqs13@pmnsaoo.ieh	Buygmj 13	\N
58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	b67f5ea6-22ae-2699-9a49-629040c85ee9	dlvkuq14@xftzmtd.hml	Ptbixw 14	\N
354131ea-6fe0-7f31-2283-6fa90fcde748	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	vyqvqb15@neqmbiy.pii	Giwrky 15	\N
bf556bc9-5126-3f8d-60f5-699fa1641b17	81e8c38d-3b48-c080-d916-50ee66859131	wqvwnw16@prrnjgw.hcx	Kpsjkv 16	\N
a30b3ae1-3887-d416-0965-5d4c910d442f	36119d51-9e27-790a-35a7-f1a2e87aa7ad	jnyuip17@wsunqes.ymx	Fqotai 17	\N
95de1407-ca14-758a-3d04-4b05413f4bde	9068b0fb-03cd-e412-a784-4371d827fddb	mxrizx18@fjaemkf.dkx	Sevgqw 18	\N
c99fb7b1-f3a7-334b-838e-35fba3d69f07	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	oceuvw19@qxnskrm.eij	Qvfyeo 19	\N
02d1d868-cf9f-3b12-635d-bbeeffa715ad	c35fad5b-dac3-10fa-dfeb-67b9819cced3	sothbe20@qfrpyyy.aei	Tgbocg 20	\N
ee680535-b299-3b7d-c77c-c3676e26a325	00d8a829-5e3d-707a-c532-24bbe6091437	qtpssm21@rzaupyu.yle	Uacjpy 21	\N
cb16f301-0e4e-04d4-24b9-903533f9b5db	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	svtwje22@bjdjlrd.eqw	Ehhtda 22	\N
ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	eikfrt23@pjpmzvo.ynl	Uncqhx 23	\N
cfec80ca-7142-52d6-7b28-c753c7957c6c	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	baqcji24@feyyvvj.bpl	Ekjgmp 24	\N
4345b3ad-23ef-22bc-1e5e-92943c098263	5b396816-f397-2000-fda2-d65d6dbce473	rshnbf25@mpyexmz.wok	Wpfwfk 25	\N
7c84e8e2-a854-224b-4513-67f04a608d49	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	lmupyv26@tudjmux.yae	Feduva 26	\N
280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	9a4811af-cea0-995a-f223-3b9aee45db25	rbqfxl27@ukiztjo.vfo	Nzetvg 27	\N
65805c1a-f51c-2113-e70d-1d4db57d804c	cd57656b-8eda-7d92-0355-1f193b7ce642	lkkgwa28@ohbeblx.inx	Fkhtjp 28	\N
6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	54f477b9-562b-e82c-a9ae-a1fba4dac70d	stogtk29@wxksbck.rgn	Vxywko 29	\N
4e950ad8-6ac1-4ca3-aadb-e13464b06469	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	fgkuob30@jyfvezx.dvg	Mhyqvf 30	\N
50ff0f92-9c60-a415-2fcf-6a0c1816870a	fae64a59-15ab-29b2-f094-444df27962a7	iuwyuh31@pvpujjo.mun	Cyccqj 31	\N
83b898c2-1e34-b327-e233-d72690a75c95	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	hcwupl32@nyqqlaw.afx	Hicynl 32	\N
12769ca0-1508-baf5-e47a-61b428348d5a	198a6f5a-def9-5a2b-62d5-e0493a4a792f	aghqqx33@pwaahkf.lim	Oveiri 33	\N
53f88eea-7389-0e25-f77b-51278bd5c1b8	b67f5ea6-22ae-2699-9a49-629040c85ee9	gudapd34@bwfxbqj.pmp	Eovizp 34	\N
e473510c-4484-fb9e-5b76-32afaf483c71	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	pvuwoh35@opkbsaa.nte	Fehxyd 35	\N
9caee790-6ff5-9ae9-fbb6-3616d661b615	81e8c38d-3b48-c080-d916-50ee66859131	ykckvx36@qnimwnl.bxg	Ahrmvb 36	\N
495259f3-4863-3894-c2af-307a24fee167	36119d51-9e27-790a-35a7-f1a2e87aa7ad	sqtkxb37@bobntxr.xni	Djjhow 37	\N
60b6396b-87c9-aa7a-42cd-ab412efbc915	9068b0fb-03cd-e412-a784-4371d827fddb	ioubqz38@jgwiobf.bay	Vkuiar 38	\N
dda6b58b-4be5-e8cf-f89d-3de385918fd5	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	baziht39@utqxsrc.mlb	Yrlref 39	\N
905a404b-a336-9b2a-c584-13d302d78305	c35fad5b-dac3-10fa-dfeb-67b9819cced3	ygleuo40@jlbpqzc.zkt	Omppmn 40	\N
\.
copy public.videos (id, workspace_id, owner_id, title, duration_s, views, comments, transcript, created_at) from stdin;
2304a965-fefa-3e52-3cc2-599ad954bc0b	00d8a829-5e3d-707a-c532-24bbe6091437	cea0f525-9625-0313-cda6-23d8d2f0f15d	Toipq 1	31	1	0	{"text": "{\\"jnkst\\": [\\"t0ah574nv19a087x82i021z9633s5516\\", \\"yaq476e313ygfg003ibc8997h2u12340"}	2026-10-26 05:13:02+00
0d897916-e912-0ce8-3de8-26510799ad69	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	8554e4f8-055d-021b-c3d0-522014b465d4	Puzns 2	32	2	0	{"text": "{\\"gcyjx\\": [\\"6dx2d30u671tba9vyou136w9h0s1s247\\", \\"5k539572r241zh4qc7xnxvaq5i5k86n8"}	2026-10-26 01:14:22+00
31d69187-a7b5-fac8-a3de-4b293b0dfb72	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Dmjwd 3	33	3	0	{"text": "{\\"uvsen\\": [\\"1gyl22b4o9004051g41v1j585hi16fz1\\", \\"619sajiv7v98vu3qfl992f1njaf91074"}	2026-10-26 07:59:44+00
2ea6d1dd-7e9b-3927-7846-b2168a6909a0	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Euimc 4	34	4	0	{"text": "{\\"fkbji\\": [\\"a4q9j4165z8jc6w3f4c39t667827u3c8\\", \\"lj2084e2p63h03g6zn32qu7i0h8b916x"}	2026-10-26 07:14:21+00
8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	5b396816-f397-2000-fda2-d65d6dbce473	78920153-e76e-a4bb-6c59-b49cee2c162f	Rleii 5	35	5	0	{"text": "{\\"rnidz\\": [\\"mz474zsz3503p79x614b85v465mbxr2n\\", \\"ha670t1484329q4ijdqs3u21i08l17l5"}	2026-10-26 09:13:55+00
9cd70f32-fba3-c5fc-e235-9410e0d72dd1	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	0613287f-cd61-254f-f9ad-9f04189fbc80	Igwrl 6	36	6	0	{"text": "{\\"jmnjo\\": [\\"l270996q4u587v20p2e4664k04f01182\\", \\"ut8r8m7d1220x2426t0g14aq606p4h30"}	2026-10-26 22:31:56+00
b7cb7124-2206-8350-21fa-eb9939dcbda8	9a4811af-cea0-995a-f223-3b9aee45db25	987d06e9-a20d-1ccf-768d-75b535d4e868	Jshkw 7	37	7	0	{"text": "{\\"vmdrq\\": [\\"6wz6i9p6dr7o73yb35p760e11l49bn65\\", \\"60u5v2778yg6j676e5kq46364c0179qz"}	2026-10-26 13:27:22+00
f675aab9-ceab-2699-f6cf-2c35a52f3423	cd57656b-8eda-7d92-0355-1f193b7ce642	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Jjzbm 8	38	8	0	{"text": "{\\"iaglc\\": [\\"c09yzf7g5ql5v159085q92534vg7dy01\\", \\"v86j544xzdtx6q4475l016iuaiu45y31"}	2026-10-26 21:00:08+00
e9e5a810-fba7-f7f2-e662-1bf250fb7004	54f477b9-562b-e82c-a9ae-a1fba4dac70d	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Xotdc 9	39	9	0	{"text": "{\\"quxpv\\": [\\"r8u8k50966398e9af845ot600p74138o\\", \\"5b5zzx4357856056lq3wu11158y0wx35"}	2026-10-26 06:29:12+00
68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Hywju 10	40	10	0	{"text": "{\\"yjfhp\\": [\\"1995lg2s045w68p1963648o79k86kbnh\\", \\"coig2768042c857sg9pcn6656mmy880c"}	2026-10-26 23:09:26+00
b66a4afc-53b8-a207-3468-cb213245295a	fae64a59-15ab-29b2-f094-444df27962a7	fbbeba3b-f170-d528-6689-6683b586a23b	Rdohe 11	41	11	0	{"text": "{\\"bcbxp\\": [\\"3a18b8r37387490h790df7h200597pn9\\", \\"9f6y6rek495xn3uxp886f81g59700ye9"}	2026-10-26 11:01:28+00
01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Vewye 12	42	12	0	{"text": "{\\"zfdlj\\": [\\"34196my118q63329n276op534av2l21j\\", \\"7xb39633437f3304c9xsp5m8a64o5btt"}	2026-10-26 19:38:15+00
8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	198a6f5a-def9-5a2b-62d5-e0493a4a792f	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Bqvwu 13	43	13	0	{"text": "{\\"dgkhc\\": [\\"22h19skp22609ui2r821e93vh66q3d31\\", \\"67g19369a64168348t3ye6j800w17974"}	2026-10-26 21:12:50+00
91e40a3a-a0d5-a7fc-790d-0331d2627709	b67f5ea6-22ae-2699-9a49-629040c85ee9	354131ea-6fe0-7f31-2283-6fa90fcde748	Lgiuo 14	44	14	0	{"text": "{\\"mrrzl\\": [\\"6118658c446a4297200b29aa95ig3127\\", \\"o70b128g31370k5h36i5tky715156v9z"}	2026-10-26 10:51:12+00
55241554-0cf1-3ee2-110b-a1b6c0f8fede	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	bf556bc9-5126-3f8d-60f5-699fa1641b17	Ovwzm 15	45	15	0	{"text": "{\\"nfpfu\\": [\\"b22h0j6uc44872g6427y85781x6q18vo\\", \\"0fga05863vj22is1z6i7p83b9kd29h2r"}	2026-10-26 11:53:40+00
d2f6ac24-09c7-10b4-8ad1-74ad93339c36	81e8c38d-3b48-c080-d916-50ee66859131	a30b3ae1-3887-d416-0965-5d4c910d442f	Lxuxv 16	46	16	0	{"text": "{\\"eknuz\\": [\\"59o086956g40c3930d8768058ly374iu\\", \\"83m3v2z59311q858f4a5qe147n2b0ry2"}	2026-10-26 09:42:15+00
d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	36119d51-9e27-790a-35a7-f1a2e87aa7ad	95de1407-ca14-758a-3d04-4b05413f4bde	Hwtcz 17	47	17	0	{"text": "{\\"vcvvb\\": [\\"j27r98ff2e600119r9qpic6az92o648h\\", \\"bi667cb5w5d5238v5e35440a768x1631"}	2026-10-26 21:22:06+00
8f20c7a8-c9cd-488e-f468-d35f2f0775f3	9068b0fb-03cd-e412-a784-4371d827fddb	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Vpdga 18	48	18	0	{"text": "{\\"iclaf\\": [\\"syz588aq1961o0w415i03761jl477i42\\", \\"9h588r6u92b7708453156w3v138u60d3"}	2026-10-26 14:56:30+00
d2e06399-60f2-e196-455c-fe3fbaa4a6ff	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Rqtmf 19	49	19	0	{"text": "{\\"lwtzn\\": [\\"8j781331t03967l59u9mo6844q6fy6j5\\", \\"na1d39494r5a2h740zosr78f012ptv2v"}	2026-10-26 00:34:52+00
7590a46a-e682-934d-9fc7-650defa807cd	c35fad5b-dac3-10fa-dfeb-67b9819cced3	ee680535-b299-3b7d-c77c-c3676e26a325	Ksris 20	50	20	0	{"text": "{\\"hajhs\\": [\\"f81i9404z1093c009s6e5u68561tx2k9\\", \\"5h3n93x41ij6m1a3h57425uo120v9254"}	2026-10-26 03:15:53+00
8f56789b-4341-8119-fbdc-7c2bdf5808ba	00d8a829-5e3d-707a-c532-24bbe6091437	cb16f301-0e4e-04d4-24b9-903533f9b5db	Fbjin 21	51	21	0	{"text": "{\\"tkobj\\": [\\"9usf583y286896627080wi83032sr4sf\\", \\"c9987el5fp0v9sn9il009770z8152d92"}	2026-10-26 20:32:09+00
7477ab11-eddb-85c2-39ef-340ed7263d30	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Ltbrs 22	52	22	0	{"text": "{\\"bcrph\\": [\\"5h340y7o7d05w4mt63641nrb9305271n\\", \\"9q9mi9600551545p762f6n523r755p04"}	2026-10-26 06:01:35+00
62135eb2-a6f2-98f6-a08b-288b096d775d	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	cfec80ca-7142-52d6-7b28-c753c7957c6c	Xoune 23	53	23	0	{"text": "{\\"ivfrx\\": [\\"t20196a3s2664b53xb786k2d2k798v61\\", \\"e39110r81uakc5p2n5h36o55x1bh7c5o"}	2026-10-26 21:06:36+00
98b1c91c-42d0-bace-7fd2-e14f9a3b173f	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	4345b3ad-23ef-22bc-1e5e-92943c098263	Dkbto 24	54	24	0	{"text": "{\\"bznoz\\": [\\"8t15v4r42p59n3fmyc4288n4z358o9ew\\", \\"g2963qwh8li529d3z0nft012z5ga3712"}	2026-10-26 12:27:46+00
45a2da9a-3f2d-ce20-f451-ae7f4b77365f	5b396816-f397-2000-fda2-d65d6dbce473	7c84e8e2-a854-224b-4513-67f04a608d49	Ixbym 25	55	25	0	{"text": "{\\"dtwvb\\": [\\"6g9048091r69sr20200u8i12qv340sy3\\", \\"212cmo21n361z269bj0q39zx91635un7"}	2026-10-26 16:35:06+00
bfa16937-270c-d920-37f3-d9b82c604fb6	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Xzmfw 26	56	26	0	{"text": "{\\"gsodu\\": [\\"z2xkoo0t567528g53b7111n337wn8926\\", \\"qh6060bjy3v31z2e3811r471e3150878"}	2026-10-26 20:04:13+00
49bbe0bd-a228-e7c6-edee-054f30e9019d	9a4811af-cea0-995a-f223-3b9aee45db25	65805c1a-f51c-2113-e70d-1d4db57d804c	Xzxhy 27	57	27	0	{"text": "{\\"xifoj\\": [\\"ed92j08eq975pcj6n0139101bf1w31z1\\", \\"wx8ba5277b8nn74py84oc9v6aq3r82z0"}	2026-10-26 02:22:43+00
f8c7654a-581b-7503-5650-792c020fb9fc	cd57656b-8eda-7d92-0355-1f193b7ce642	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Iedwx 28	58	28	0	{"text": "{\\"dtrgu\\": [\\"v734c160202l83850161174h4lyi9eh2\\", \\"885g5z86bj48x10d47o330p4h79648j3"}	2026-10-26 16:35:15+00
a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	54f477b9-562b-e82c-a9ae-a1fba4dac70d	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Cpygw 29	59	29	0	{"text": "{\\"qlteh\\": [\\"78u7p3668rx6g6mar817338068x5hk7f\\", \\"vuiasv6fa04l490b8zhu8ib41pp8640r"}	2026-10-26 12:24:23+00
4fd16547-30e9-8f49-f928-54a1a6de12f6	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Gniqv 30	60	30	0	{"text": "{\\"bqtsx\\": [\\"4281jau1b99ppnk5w77h10s78lst4411\\", \\"693622mnq46v7n3moo58f844xj689lpr"}	2026-10-26 10:06:25+00
4a972764-a99f-4a86-9077-ff9938f54c75	fae64a59-15ab-29b2-f094-444df27962a7	83b898c2-1e34-b327-e233-d72690a75c95	Xxnio 31	61	31	0	{"text": "{\\"awiti\\": [\\"046g4wj1u6c9345ogk433p869s5z9082\\", \\"xv03b3ca2z89235827731f40z9f1s601"}	2026-10-26 04:06:46+00
3d442814-e31f-c53f-6bfb-3aecc46e6a2c	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	12769ca0-1508-baf5-e47a-61b428348d5a	Mfdtf 32	62	32	0	{"text": "{\\"vmblt\\": [\\"04c55klr7r05k5l90zv139tlj04k4oc8\\", \\"9o161qy0u9gptww513hj2doj9q15bwx4"}	2026-10-26 14:27:02+00
65d0b103-bf43-cc78-5f7a-3201f2084abf	198a6f5a-def9-5a2b-62d5-e0493a4a792f	53f88eea-7389-0e25-f77b-51278bd5c1b8	Ybfwp 33	63	33	0	{"text": "{\\"pnvbn\\": [\\"7975o60j464g607z234g07g24463426y\\", \\"37og237m839wn9w487822s5380m2y147"}	2026-10-26 20:51:11+00
e0cf83a3-195f-324e-3879-c1a4a6922601	b67f5ea6-22ae-2699-9a49-629040c85ee9	e473510c-4484-fb9e-5b76-32afaf483c71	Dkims 34	64	34	0	{"text": "{\\"cixkp\\": [\\"30156193zc0o5555q6yw860vy10k255n\\", \\"0p46569w42s5a6kw344rs2a48i07kg00"}	2026-10-26 06:07:16+00
c5e51278-bdc7-9d94-2168-9fa59d6f70d7	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	9caee790-6ff5-9ae9-fbb6-3616d661b615	Tgbkn 35	65	35	0	{"text": "{\\"ddmhk\\": [\\"v335433jb004hm8eu16d493m04557n3m\\", \\"69isgic655129d93687946292o8m560z"}	2026-10-26 05:55:00+00
3ff1f087-8afe-a47f-f6c2-644991b1fa23	81e8c38d-3b48-c080-d916-50ee66859131	495259f3-4863-3894-c2af-307a24fee167	Dryhy 36	66	36	0	{"text": "{\\"fmgvs\\": [\\"e670tq1g698a5820i9051rdbk2iyh796\\", \\"e7bi2ag69429u4376s97758s5o4nc425"}	2026-10-26 23:04:32+00
327d7eeb-50a0-a09a-607f-bdb875921a02	36119d51-9e27-790a-35a7-f1a2e87aa7ad	60b6396b-87c9-aa7a-42cd-ab412efbc915	Jylob 37	67	37	0	{"text": "{\\"zlmgt\\": [\\"51ro709qyj9878x506nq9abw5a57x4gc\\", \\"2j30xirp2n21q32u83vy89252050h186"}	2026-10-26 00:40:33+00
6a814f05-097a-6b13-9ad9-11b777b5d17f	9068b0fb-03cd-e412-a784-4371d827fddb	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Lwmcw 38	68	38	0	{"text": "{\\"akqod\\": [\\"r077954awb35g175116aw3kvljf668uv\\", \\"6t1b8ygj94g7oz65k19s2r397i5164l6"}	2026-10-26 02:44:25+00
6103e7bb-f2d0-c29e-bca8-c421ac49973d	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	905a404b-a336-9b2a-c584-13d302d78305	Fnnxg 39	69	39	0	{"text": "{\\"undrg\\": [\\"4164r2p3cl88do28b646w174b19q5my8\\", \\"2t32s10pt4r885m9n20t96d8bt3zc68o"}	2026-10-26 11:50:54+00
210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	c35fad5b-dac3-10fa-dfeb-67b9819cced3	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Deicz 40	70	40	0	{"text": "{\\"fwvwn\\": [\\"4c608b5fv2u4u1dg94wavc88304734ys\\", \\"ho3g4b062741785c42yi45414o835ysy"}	2026-10-26 18:07:17+00
46382ad4-944a-6677-e689-c9557eb29093	00d8a829-5e3d-707a-c532-24bbe6091437	cea0f525-9625-0313-cda6-23d8d2f0f15d	Wowhf 41	71	41	0	{"text": "{\\"hgkwe\\": [\\"d1h81odj3yd8gc5h57t49b53488muchi\\", \\"3hz56175o96849z5dnk5u85w2t6gp63g"}	2026-10-26 07:44:35+00
f736bc66-02d3-9bfd-8a75-c378b0277dbe	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	8554e4f8-055d-021b-c3d0-522014b465d4	Hjwue 42	72	42	0	{"text": "{\\"elsjb\\": [\\"596gb1ua9go7jhnif02q2922ds265y69\\", \\"77l58ud7438u3nre772s0qfdd8pdvnxj"}	2026-10-26 12:12:30+00
c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Fuhyu 43	73	43	0	{"text": "{\\"ltydp\\": [\\"452q5xwvu2qcideva7e377yo444j7o16\\", \\"74328fbk06nuw9749293d3yc8ja7s0yt"}	2026-10-26 22:22:45+00
3f784102-2a00-26a8-ece5-0a123dd15acc	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Bkplr 44	74	44	0	{"text": "{\\"erllx\\": [\\"v48k90v359xml46dd399cwel2k20q79m\\", \\"646u0z89efa55v90l7o134vj0p3r392c"}	2026-10-26 12:13:52+00
bc4b9935-b9c3-1f91-7529-cdebefcb635b	5b396816-f397-2000-fda2-d65d6dbce473	78920153-e76e-a4bb-6c59-b49cee2c162f	Msjiw 45	75	45	0	{"text": "{\\"yrdff\\": [\\"j39i4l0679isl80jua10z170f5r20vl0\\", \\"894gqv7s67n8q1941tv481u66nj7bwik"}	2026-10-26 20:19:37+00
6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	0613287f-cd61-254f-f9ad-9f04189fbc80	Vapgn 46	76	46	0	{"text": "{\\"pfoab\\": [\\"74v2h44m0m7c82pz7w0x8u0858h2j604\\", \\"e42di466q9536796891v9b7ik233719b"}	2026-10-26 05:00:30+00
e9b7b31b-95cd-7672-eafd-ac499a088f0f	9a4811af-cea0-995a-f223-3b9aee45db25	987d06e9-a20d-1ccf-768d-75b535d4e868	Wmbgv 47	77	47	0	{"text": "{\\"wjfeh\\": [\\"k7xf3937411c651d38y2tuc44q54uf06\\", \\"efnm225125j73c8904ur3179927955b4"}	2026-10-26 17:14:10+00
caf6a9e9-b4b0-4f03-eb38-fd9840276792	cd57656b-8eda-7d92-0355-1f193b7ce642	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Xyvqc 48	78	48	0	{"text": "{\\"guutp\\": [\\"7cfd2d5y39fi7p0474402ig7468pub63\\", \\"9104of3eqvzj0p2k8bb273393rju3k8p"}	2026-10-26 04:09:16+00
5b07f3ea-1005-21f0-5829-0aeab697e3bb	54f477b9-562b-e82c-a9ae-a1fba4dac70d	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Yaubl 49	79	49	0	{"text": "{\\"uajbf\\": [\\"3tec45fcf3s41578nbey1k89gvf8253o\\", \\"pm369870466m412479c9w915066336pv"}	2026-10-26 00:39:50+00
2b565ce2-aedc-86be-e4ab-718f3d84b4b1	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Phjnb 50	80	50	0	{"text": "{\\"airua\\": [\\"x2652x9220068z348w7dd102k6v669lz\\", \\"0lop28260880573y8h51702lz85w39ut"}	2026-10-26 21:23:22+00
bbd40019-0f47-13a1-e6a1-22cb54b65fab	fae64a59-15ab-29b2-f094-444df27962a7	fbbeba3b-f170-d528-6689-6683b586a23b	Vdsrp 51	81	51	0	{"text": "{\\"tgxaj\\": [\\"0270wf4b37u81x09z4z615h925n55559\\", \\"w55o97d5r73l77315mnmb084lh11l617"}	2026-10-26 16:59:11+00
d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Mhopy 52	82	52	0	{"text": "{\\"famcv\\": [\\"b560511ikc059c949780m6121p1u8i9w\\", \\"6oz75x0107t029915j6wc6713f0g499u"}	2026-10-26 10:59:26+00
03ca2af6-6249-9cc6-2eaf-1772a126630e	198a6f5a-def9-5a2b-62d5-e0493a4a792f	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Mtloo 53	83	53	0	{"text": "{\\"zvbza\\": [\\"x93ney52675a19i7430282pplq862o53\\", \\"5v4269v5w94a43377v3jr2847ftm8eut"}	2026-10-26 10:36:52+00
7f63515c-88e5-55f4-38de-55d099e7dee0	b67f5ea6-22ae-2699-9a49-629040c85ee9	354131ea-6fe0-7f31-2283-6fa90fcde748	Bgjkn 54	84	54	0	{"text": "{\\"xbzgb\\": [\\"st9cx620w06qw27vn1z8235665yiauru\\", \\"hy4048s3o2b87i0596lw35t63535isfc"}	2026-10-26 21:29:01+00
6b0c0e07-f46d-7941-2b75-79eedd1e39ac	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	bf556bc9-5126-3f8d-60f5-699fa1641b17	Zzeml 55	85	55	0	{"text": "{\\"otgkc\\": [\\"sbw686l2pb2x3341x06t7q85b7t65678\\", \\"zs164971e18e54714q155o0mi0co686g"}	2026-10-26 15:31:45+00
15957c9c-9207-fe65-cd5c-73c2a32c0cb4	81e8c38d-3b48-c080-d916-50ee66859131	a30b3ae1-3887-d416-0965-5d4c910d442f	Htlcc 56	86	56	0	{"text": "{\\"sjrsa\\": [\\"2bpx955q94au9050kb8pp840f6irng8v\\", \\"5kns9np770o42gh68azq5i17k278417r"}	2026-10-26 04:02:31+00
902a4756-651f-851a-38e6-d9ff3c4bd5b7	36119d51-9e27-790a-35a7-f1a2e87aa7ad	95de1407-ca14-758a-3d04-4b05413f4bde	Fpygn 57	87	57	0	{"text": "{\\"zpqgb\\": [\\"j8ysm566732bs7576us939l05e8hq08s\\", \\"0g87t01145kf77ikim50i7e14j260q74"}	2026-10-26 19:21:14+00
27131edf-07d4-5925-1544-98ca439b3e1c	9068b0fb-03cd-e412-a784-4371d827fddb	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Fzqfp 58	88	58	0	{"text": "{\\"akabe\\": [\\"68u4q92ue7epbe50760e4u21q82kn4gb\\", \\"68p56fj0ll18m1vqqe42539g319cx3kt"}	2026-10-26 07:33:26+00
63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Bnxzz 59	89	59	0	{"text": "{\\"utxpq\\": [\\"e412ud7pu4r1iv13f68r38luy722g9r7\\", \\"19e9xr18304f5024oh7150y2y22354j3"}	2026-10-26 06:33:59+00
6443fbac-1268-99d0-c742-b383419e3269	c35fad5b-dac3-10fa-dfeb-67b9819cced3	ee680535-b299-3b7d-c77c-c3676e26a325	Dxero 60	90	60	0	{"text": "{\\"bjeaq\\": [\\"7n6u97y31219c3573x8225xzf54e0758\\", \\"5rt3vru6z869ek70b4147y72y822c9s8"}	2026-10-26 19:17:04+00
95f9c3cc-6684-3ae6-8040-e010c756e49a	00d8a829-5e3d-707a-c532-24bbe6091437	cb16f301-0e4e-04d4-24b9-903533f9b5db	Ppxjp 61	91	61	0	{"text": "{\\"yyoye\\": [\\"6l71tw4bdp916x0j1577020k938lldg6\\", \\"408s63fqy430616n1n9n27ig546n13kx"}	2026-10-26 04:56:07+00
dc54fda8-5864-7add-3e55-d69af60d7678	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Dcxie 62	92	62	0	{"text": "{\\"ehzsg\\": [\\"9h5nl735qxs84a50y548981f3jr803o8\\", \\"m41o8u63x4295w12ho36s2f96h5u1287"}	2026-10-26 07:39:03+00
8f156e52-3c1d-be62-dea8-4b7378f0a62b	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	cfec80ca-7142-52d6-7b28-c753c7957c6c	Dmdrw 63	93	63	0	{"text": "{\\"ibpfh\\": [\\"t3684n3629482e233k0i3fb5o14r4v7d\\", \\"2bxd93xf1193v4u4rl7j751x044ezw52"}	2026-10-26 09:00:58+00
1905028c-5d35-e6d7-a1fe-16b899f4fda9	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	4345b3ad-23ef-22bc-1e5e-92943c098263	Fdjsx 64	94	64	0	{"text": "{\\"ootai\\": [\\"z46542u88dz32c9p0r56732330nnr6xd\\", \\"sa74173557w3326198922g3u56584917"}	2026-10-26 10:40:25+00
f81004fd-9bdc-37de-1e3d-5721647fcfc3	5b396816-f397-2000-fda2-d65d6dbce473	7c84e8e2-a854-224b-4513-67f04a608d49	Xletb 65	95	65	0	{"text": "{\\"dklob\\": [\\"mj9wt6oq4rh24v6411598361z8923al9\\", \\"3ta9z4a1685k5y2hx08cox3v154n4q43"}	2026-10-26 19:49:25+00
151c4f5b-fa3f-80b3-b964-37748e1448db	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Syclj 66	96	66	0	{"text": "{\\"inrmi\\": [\\"16397f4903cb82w15d5289yk93h37594\\", \\"91042n38kqju4367als4la71a4e4e4ne"}	2026-10-26 12:09:48+00
38e405c4-661b-8458-0453-8f609aec0c0a	9a4811af-cea0-995a-f223-3b9aee45db25	65805c1a-f51c-2113-e70d-1d4db57d804c	Tcfxj 67	97	67	0	{"text": "{\\"xnuao\\": [\\"c38a512nr99rogsi6g20guo3367z73bw\\", \\"12rz2f65595t5r891a34wb057kgv4f83"}	2026-10-26 10:02:24+00
4bf72314-0713-0776-8039-d24236467bfe	cd57656b-8eda-7d92-0355-1f193b7ce642	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Lablv 68	98	68	0	{"text": "{\\"smoiu\\": [\\"bsj2lk69989j49508057i4x3s12r8y47\\", \\"kg7273yh2e0h8i51c3e4uj7x695577iv"}	2026-10-26 16:20:01+00
e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	54f477b9-562b-e82c-a9ae-a1fba4dac70d	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Bxrys 69	99	69	0	{"text": "{\\"cwret\\": [\\"q521j8539zw00833u47459e71o212z2m\\", \\"b690528ie8171n8q37g9t2g46s691405"}	2026-10-26 02:57:12+00
1b1c0660-c36d-da27-c702-2a8c3783e8f9	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Pvhtm 70	100	70	0	{"text": "{\\"xwldj\\": [\\"9681767b5m50e142yx80l46k7cv52206\\", \\"k6ngr796364elh72581u4pg77828l807"}	2026-10-26 23:21:58+00
f195adce-2234-dc6c-82de-e4c8083a3ca6	fae64a59-15ab-29b2-f094-444df27962a7	83b898c2-1e34-b327-e233-d72690a75c95	Cahur 71	101	71	0	{"text": "{\\"fssul\\": [\\"5keh7754868h4io9ff092566xp964hsw\\", \\"275v07e157xv9l7o8291u9zhg675h09t"}	2026-10-26 16:02:29+00
1c034bb7-058c-cace-6a7c-2086d323df4d	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	12769ca0-1508-baf5-e47a-61b428348d5a	Urghn 72	102	72	0	{"text": "{\\"mwnet\\": [\\"h9f6524r30r61m557r504u1g22x75c5o\\", \\"to6b4882083p8814i68ws36m54yo5qn5"}	2026-10-26 11:55:30+00
4cc7d845-6981-d896-bb73-72356878babe	198a6f5a-def9-5a2b-62d5-e0493a4a792f	53f88eea-7389-0e25-f77b-51278bd5c1b8	Njtci 73	103	73	0	{"text": "{\\"tjcia\\": [\\"64ye80b23dt59538ddwn7gf3996r62cu\\", \\"tt8o805zd0114s3l91t5q4l4hy4k035f"}	2026-10-26 14:15:08+00
5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	b67f5ea6-22ae-2699-9a49-629040c85ee9	e473510c-4484-fb9e-5b76-32afaf483c71	Qvfyt 74	104	74	0	{"text": "{\\"ecrbg\\": [\\"601h841di5633nno3kde7bo26tdv400b\\", \\"970sae83032285ta189t96ln8287q3jo"}	2026-10-26 17:29:16+00
81c4f485-c1bf-de27-bae5-3421d9e4e46b	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	9caee790-6ff5-9ae9-fbb6-3616d661b615	Eyyme 75	105	75	0	{"text": "{\\"qwmms\\": [\\"lp906az64111n51j15a635e12h087523\\", \\"23z4hug83pg1rf9wdtb50c30027xp031"}	2026-10-26 11:48:12+00
9139d8ef-27b3-04c7-0a75-d84910ad46c8	81e8c38d-3b48-c080-d916-50ee66859131	495259f3-4863-3894-c2af-307a24fee167	Jtlbv 76	106	76	0	{"text": "{\\"gjosk\\": [\\"p6t692284guk18e07710mjt2tu9537q5\\", \\"17162q9x838z4mg565pqr759g96zi93k"}	2026-10-26 18:01:38+00
82998eae-22dc-266b-8b8d-be80135d4efb	36119d51-9e27-790a-35a7-f1a2e87aa7ad	60b6396b-87c9-aa7a-42cd-ab412efbc915	Zdkpy 77	107	77	0	{"text": "{\\"ilygf\\": [\\"l1br0b59304l0388hv0s5zntj82i3pho\\", \\"3t2906rp75r722743z18j52xz484p1r5"}	2026-10-26 09:41:00+00
29e6fdea-3495-b50e-8e3f-8391cb207f42	9068b0fb-03cd-e412-a784-4371d827fddb	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Kgwan 78	108	78	0	{"text": "{\\"vhjjv\\": [\\"t87i868nbd5j52t3u166e6049y48830p\\", \\"hj51ystjt88p7u301yb1x75w005hdha7"}	2026-10-26 14:14:58+00
54d2cdf2-23bb-6870-8d94-bd82693102b1	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	905a404b-a336-9b2a-c584-13d302d78305	Tuici 79	109	79	0	{"text": "{\\"qjfto\\": [\\"u1llf5l7a91h6691b2sb781akh3378wd\\", \\"30m97yy8b44fw813sd15300423af1234"}	2026-10-26 05:18:13+00
7f7aec09-123a-f4b8-38de-057ae44c2703	c35fad5b-dac3-10fa-dfeb-67b9819cced3	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Updia 80	110	80	0	{"text": "{\\"ldzxy\\": [\\"m692w8647u25xk0ow0325f69e2k4411y\\", \\"u5oe6a252rd55334x71514c481u894m5"}	2026-10-26 21:54:32+00
0d232352-5b10-49c9-d3d3-d99b1c76cd93	00d8a829-5e3d-707a-c532-24bbe6091437	cea0f525-9625-0313-cda6-23d8d2f0f15d	Udxza 81	111	81	0	{"text": "{\\"fegfg\\": [\\"i48lu95q942x81e1n86u35l33422j48v\\", \\"k92602oh2a745833r263561s5bvs2291"}	2026-10-26 11:37:38+00
344f67f8-66c9-2083-36bc-d742a759ecd4	9eb6a6bf-4614-15bd-f9dc-42be71f03a2d	8554e4f8-055d-021b-c3d0-522014b465d4	Dwpmi 82	112	82	0	{"text": "{\\"aphpp\\": [\\"744t1x0j15l7525yt0g81x69554r450v\\", \\"rbar72so5v173972061i4rvn9e61h6j3"}	2026-10-26 17:03:12+00
34ef66df-293a-3cf4-327e-504581185b03	3b1e3b49-de1b-4ad6-eacc-f41682c846ac	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Ziiuk 83	113	83	0	{"text": "{\\"kurdd\\": [\\"4p73le5r7405l81db308g69sk7a88942\\", \\"84n63b25pq35s4lf0rkarf953057s5nd"}	2026-10-26 00:08:17+00
104873c1-80a0-8ed0-9f15-7c45de7708ea	177b6e6b-c8ba-a108-6b3b-ba74efe6252f	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Rxyrn 84	114	84	0	{"text": "{\\"ffkxg\\": [\\"92r3f0t1m627vdp05j131r7275721915\\", \\"b3z8a5t216x2203qo01s245s2hed3i65"}	2026-10-26 22:44:32+00
9b77cd81-80be-eeab-4cf2-1cee75046f17	5b396816-f397-2000-fda2-d65d6dbce473	78920153-e76e-a4bb-6c59-b49cee2c162f	Qguls 85	115	85	0	{"text": "{\\"aahcc\\": [\\"6484752415l3m4e9763b7u3776n54t96\\", \\"340260i43t8yw47ib47368771w4p8753"}	2026-10-26 03:49:05+00
7b63839f-f249-0135-894e-c7c99de689e7	8ec23076-cb0a-d87b-ccef-5f8ebf34fdbe	0613287f-cd61-254f-f9ad-9f04189fbc80	Kbkov 86	116	86	0	{"text": "{\\"fhdhv\\": [\\"154h9gm24i5v1861t9889n40o30rt40p\\", \\"ek9mm020lfic7dw9q72529j961z48kht"}	2026-10-26 18:55:43+00
c647ed0a-2ff6-f15e-39a0-2976c75d07d3	9a4811af-cea0-995a-f223-3b9aee45db25	987d06e9-a20d-1ccf-768d-75b535d4e868	Nwefm 87	117	87	0	{"text": "{\\"ppzfp\\": [\\"a7458r4qd8ui1f652ydy5laa8y71pl7c\\", \\"747r236480b4335p627t535paa86y4md"}	2026-10-26 05:31:58+00
02d23186-4484-c9dd-47be-6f0413bf7158	cd57656b-8eda-7d92-0355-1f193b7ce642	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Awndl 88	118	88	0	{"text": "{\\"aehoj\\": [\\"95j745i6t5az7e98457l14vp088fv2n0\\", \\"30935m4idw1z273x3n6iv5696040s64n"}	2026-10-26 14:46:55+00
2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	54f477b9-562b-e82c-a9ae-a1fba4dac70d	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Zliqv 89	119	89	0	{"text": "{\\"dmebu\\": [\\"9x98r89m3lf887yi894e22w41797m079\\", \\"23q4e9v8r5m0o43372l575hrm5y1ys90"}	2026-10-26 18:17:32+00
7bfa35dd-0355-df3a-e582-32285ac16042	5dadb2e0-e3b8-5e48-ecbc-b2cbe9906bef	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Dqbyq 90	120	90	0	{"text": "{\\"tazqm\\": [\\"8gj9816e5db5f74179hh768ucn52lnsc\\", \\"6av3xmxu79336ga8o93lbffz5qpd87yy"}	2026-10-26 04:33:35+00
40fccd53-cc47-5e13-281f-b295e18f48c6	fae64a59-15ab-29b2-f094-444df27962a7	fbbeba3b-f170-d528-6689-6683b586a23b	Syajn 91	121	91	0	{"text": "{\\"gmyyr\\": [\\"51703a4pz7y6j0f01i7j341423l88vn4\\", \\"39e1zh9ti04391dy544p1k67b8sbto60"}	2026-10-26 00:21:37+00
7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	cb6fd1d1-829f-3638-7de8-8ce2c61c4172	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Cgtec 92	122	92	0	{"text": "{\\"fqfxk\\": [\\"f5t4i73i0243zw9g7uz3o7e1b2iv6s46\\", \\"4d1s93e0ter24m1k88959zi152pt7769"}	2026-10-26 19:07:07+00
aa50c859-fb40-60b3-a0ef-6362d022acca	198a6f5a-def9-5a2b-62d5-e0493a4a792f	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Akpsx 93	123	93	0	{"text": "{\\"sygka\\": [\\"297twmw4nul44dk6k0e05g6pwjix692t\\", \\"3j7389sn2ru73caf18132fkfl9876u9p"}	2026-10-26 04:51:11+00
ef9836f3-33b9-ca31-4e4c-37354af5c90f	b67f5ea6-22ae-2699-9a49-629040c85ee9	354131ea-6fe0-7f31-2283-6fa90fcde748	Mmmxg 94	124	94	0	{"text": "{\\"hezlk\\": [\\"2iw8u7oxl267wo2mn53z6dwsxmp974ib\\", \\"14102w0x6k5fk7g2g34izq13k95f25y6"}	2026-10-26 00:13:55+00
39aad169-53d6-abf5-419b-d629742da3f4	f6898cfd-90e8-aa20-ad70-a132aa3b6a0f	bf556bc9-5126-3f8d-60f5-699fa1641b17	Jgorx 95	125	95	0	{"text": "{\\"mdagd\\": [\\"1080z086u83763j4da73r670lk971075\\", \\"yip2yy4h1cr6683eu64wms4jy1hp8y76"}	2026-10-26 03:39:22+00
1c7a3a6c-30f2-7e80-36a5-11747e1b996c	81e8c38d-3b48-c080-d916-50ee66859131	a30b3ae1-3887-d416-0965-5d4c910d442f	Bcoog 96	126	96	0	{"text": "{\\"hahfu\\": [\\"1o9i4e06nl8k978j9515736jmci19a9a\\", \\"560h238eqrb91a20h7i2iq46nup45ol3"}	2026-10-26 08:13:04+00
f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	36119d51-9e27-790a-35a7-f1a2e87aa7ad	95de1407-ca14-758a-3d04-4b05413f4bde	Ohqag 97	127	97	0	{"text": "{\\"brnjk\\": [\\"092e3yuw909v82365w2x79gfm35et04o\\", \\"5iqx9q6js3d3131hz179s08bnp2g91jk"}	2026-10-26 10:36:11+00
30dcda0d-bf5c-a952-2832-e04aae95b1ae	9068b0fb-03cd-e412-a784-4371d827fddb	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Axfkr 98	128	98	0	{"text": "{\\"fmwyn\\": [\\"86hc3830t11rd13d5l53h1c3d6846p50\\", \\"d36gur5t2h38e0750d88t7bd8084yfx7"}	2026-10-26 16:08:17+00
3c8c25f1-3efb-6db6-2b70-b52d074a502d	ee16d2ef-e9a2-2f19-86fe-a918fd8fa1a6	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Ksgxz 99	129	99	0	{"text": "{\\"nmswv\\": [\\"4964147c00q15pte4x72e6l2648402c4\\", \\"380xf891uwn3q9a2z6xi0p261t13ctr5"}	2026-10-26 07:10:57+00
7d343217-7eab-e94b-75f1-afc651ecfce0	c35fad5b-dac3-10fa-dfeb-67b9819cced3	ee680535-b299-3b7d-c77c-c3676e26a325	Vwvwz 109	130	100	0	{"text": "{\\"qeohp\\": [\\"qr804ks8iy7hofi07f39a5573c81120a\\", \\"tx6ggaj200s94iolo813y0s58190lf71"}	2026-10-26 12:47:55+00
\.
copy public.comments (id, video_id, author_id, body, created_at) from stdin;
e0a8a728-55f2-ab96-2c33-0802c331a3c3	f675aab9-ceab-2699-f6cf-2c35a52f3423	cea0f525-9625-0313-cda6-23d8d2f0f15d	Xvxcijo 1 jdfrz45955l72e5q9452d40ybf0564o0	2026-08-13 08:23:10+00
1cd91f8a-a79e-2323-99ef-ee9ce5437566	55241554-0cf1-3ee2-110b-a1b6c0f8fede	8554e4f8-055d-021b-c3d0-522014b465d4	Tlhoxye 2 pdoxc2z45o2041vx5tyz22e5zdc83y9q	2026-08-13 00:19:23+00
6f9f9966-8cf9-a0f3-79ad-1a325ad6596f	7477ab11-eddb-85c2-39ef-340ed7263d30	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Grsxdbh 3 7q6o156y83051vw20x89807114m9x133	2026-08-13 20:38:57+00
ea4575e9-9300-1f5b-655f-863dc7b76f3e	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Phnaoiu 4 3pnl560787tz11ajp75un5097d7g1zjv	2026-08-13 23:04:02+00
29aa1263-a434-61d0-136d-cae299166c6d	3ff1f087-8afe-a47f-f6c2-644991b1fa23	78920153-e76e-a4bb-6c59-b49cee2c162f	Stquufv 5 2278606n8c12h21772659995f74i5070	2026-08-13 10:09:15+00
4b27c1ad-ddf4-d485-89e2-f4216ae5823f	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	0613287f-cd61-254f-f9ad-9f04189fbc80	Bkicrew 6 525094122zs3t4p1y442y6060732c39i	2026-08-13 08:55:30+00
7e3c62e8-b872-f85a-89c8-5ce748718ec9	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	987d06e9-a20d-1ccf-768d-75b535d4e868	Wrhmopx 7 f8767mps9d1g7eh175v83z8306o57y7v	2026-08-13 03:05:39+00
6df9b9f4-1499-e78c-38b4-b150bb981d9a	902a4756-651f-851a-38e6-d9ff3c4bd5b7	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Hsdwhde 8 75c99701i02a2ht997q6eff34u60d677	2026-08-13 14:39:16+00
b9137231-d94d-3e1d-2939-0a3fb367ae1f	1905028c-5d35-e6d7-a1fe-16b899f4fda9	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Fmzndqj 9 37wc8569t35419z7x91rh1q47zy89mlr	2026-08-13 16:39:16+00
42cab68c-99c8-0009-d43c-58384dfa9cab	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Wxhqrao 10 x327ef8cj03i3z7g3y98ia21ciivucfn	2026-08-13 08:27:23+00
97e65d06-2e17-5591-a658-cb98ba03117d	29e6fdea-3495-b50e-8e3f-8391cb207f42	fbbeba3b-f170-d528-6689-6683b586a23b	Oyohxow 11 14789chi5j7y817872f8s72e0k1zpt95	2026-08-13 06:19:46+00
3e404b1a-577e-d6c6-319e-e65fb207aef8	9b77cd81-80be-eeab-4cf2-1cee75046f17	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Xblewxu 12 2ebj413m2m5g23fgx6m18330y2v72m0l	2026-08-13 19:03:25+00
b1d2d942-6d5d-b1e0-79d2-0d0677a07e5a	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Xbofmrc 13 9817i05un24j7cs0c1tg0bet1d86h8e1	2026-08-13 07:25:52+00
1ac66e39-c9cc-cf4a-f8b7-8e0bf946b382	3c8c25f1-3efb-6db6-2b70-b52d074a502d	354131ea-6fe0-7f31-2283-6fa90fcde748	Cdgxorx 14 l307979n7983g3o7075501iv77594tuk	2026-08-13 02:04:44+00
d9d93ecc-2e48-ad22-b98f-36cf54cd4f0b	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	bf556bc9-5126-3f8d-60f5-699fa1641b17	Weequmx 15 p172n8jn69yyqk4o9u5089tsz036ewm8	2026-08-13 15:27:09+00
e35dc1a0-d88a-f948-7d92-b85ab412499c	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	a30b3ae1-3887-d416-0965-5d4c910d442f	Uezfhvm 16 20p9u858968w151378210295362o9x61	2026-08-13 16:38:44+00
6c84fd6d-d562-d92d-8a56-a1bb12a52326	7590a46a-e682-934d-9fc7-650defa807cd	95de1407-ca14-758a-3d04-4b05413f4bde	Ttbeint 17 e840ysu5l36521t492uz7684k543wk10	2026-08-13 21:13:49+00
003baecd-26fb-3cbe-0e8b-35dd0fb44fbf	49bbe0bd-a228-e7c6-edee-054f30e9019d	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Fwqysrk 18 r3zsw6wz7wmxs4g868o891a20j303630	2026-08-13 14:09:46+00
432f11ef-ebbb-c41d-6dcb-33b06c36226a	e0cf83a3-195f-324e-3879-c1a4a6922601	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Umgtgwt 19 995oh457770rd8z34x2g741zg4g22g85	2026-08-13 03:57:34+00
990761a4-9f14-c9c5-2358-3a2cc5a38a48	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	Guzdtqm 20 3g7u1h397j8578w57970t9gn9hw7i5ay	2026-08-13 12:14:09+00
d8226aae-c145-12ac-3232-66faf4c11e50	caf6a9e9-b4b0-4f03-eb38-fd9840276792	cb16f301-0e4e-04d4-24b9-903533f9b5db	Vtijzja 21 rs86473b794uy7mq8hyk40k6a6h2mzi6	2026-08-13 09:18:19+00
47fd627a-7635-9ce4-95a1-c66f920ac406	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Ogpmugj 22 h58j8j0qufqun2u2w18cfz41548qhp42	2026-08-13 02:27:59+00
dd987067-b2ea-da35-26b3-3c04e28a226b	dc54fda8-5864-7add-3e55-d69af60d7678	cfec80ca-7142-52d6-7b28-c753c7957c6c	Ziihewg 23 214wx706px6ioz296rxc0c3277660w56	2026-08-13 23:10:15+00
f29011f0-bace-51bb-10dc-d3c536e4e606	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	4345b3ad-23ef-22bc-1e5e-92943c098263	Pqmjiyd 24 p5n2i2676f673hzvud77098z530m2w49	2026-08-13 01:36:18+00
0b8615a2-0970-66b1-9791-87c4cebd9000	9139d8ef-27b3-04c7-0a75-d84910ad46c8	7c84e8e2-a854-224b-4513-67f04a608d49	Jodmavp 25 747q013979111a1v9w2t0vtu67934hx8	2026-08-13 21:30:12+00
8922efcb-292a-df2a-6f14-84a74eab1606	34ef66df-293a-3cf4-327e-504581185b03	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Tqzgbda 26 219i1b9e805xp27f48371re307l3569z	2026-08-13 18:18:13+00
d1948751-521f-798a-c738-81ff5dce62a5	7bfa35dd-0355-df3a-e582-32285ac16042	65805c1a-f51c-2113-e70d-1d4db57d804c	Voexbjg 27 953019vsj1868vni1158l1gnelqxe9sl	2026-08-13 12:21:08+00
412f3c31-b482-288b-feed-8aedb03b0ebc	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Eaeehcp 28 95t26uovrxa747l9r66410e4x6b6828o	2026-08-13 13:30:30+00
980e54be-d02f-60e1-23de-2fe4fd6e054a	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Rqozysh 29 77rzze48381f14kww09132132229021f	2026-08-13 23:52:30+00
d54ccb40-3616-9c8f-fa33-0aeaa17fa2c9	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Ppwipfz 30 2e8fc3i52i1r92ar44y82an47c77rk63	2026-08-13 15:38:36+00
273c9115-52e3-dfdb-15e3-251274ff7803	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	83b898c2-1e34-b327-e233-d72690a75c95	Unavfkr 31 kstzhk1j38t1hi4ar038f1369u967999	2026-08-13 04:36:59+00
8d4ce524-8ee5-c3af-9002-7b16199a16c2	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	12769ca0-1508-baf5-e47a-61b428348d5a	Nxqhheu 32 91629acn645l444y67g97lg5tzvpq15n	2026-08-13 08:26:35+00
feb5e558-ea99-d1e4-9c80-5c43e8d0c693	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	53f88eea-7389-0e25-f77b-51278bd5c1b8	Iicbkhz 33 97vj62n3drz876ty9rz167669v9jed1r	2026-08-13 19:23:04+00
d554322a-5502-77f4-6e3c-72c68de98ff6	6103e7bb-f2d0-c29e-bca8-c421ac49973d	e473510c-4484-fb9e-5b76-32afaf483c71	Rkortam 34 mkgw10oy658f851v525967832xx7iyt1	2026-08-13 10:35:20+00
531d21d1-af23-c41f-f58f-5ead0c864296	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	9caee790-6ff5-9ae9-fbb6-3616d661b615	Xkrgvxn 35 le80h8899jw8g8rm365n95akq8xsb378	2026-08-13 05:39:51+00
1781452f-bab7-af6e-ac3f-7b700a21b4aa	03ca2af6-6249-9cc6-2eaf-1772a126630e	495259f3-4863-3894-c2af-307a24fee167	Yywfjjp 36 g0d66i71pm8ht6uv39q7sro13337n354	2026-08-13 16:04:32+00
41baab72-9343-d10a-eb2a-a0df567d35e9	6443fbac-1268-99d0-c742-b383419e3269	60b6396b-87c9-aa7a-42cd-ab412efbc915	Qixextz 37 5956x31261p1u9uq186po08071g944ep	2026-08-13 09:13:22+00
800cf0ef-41be-2fdd-a55b-697b76b164cd	38e405c4-661b-8458-0453-8f609aec0c0a	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Yzrdxfd 38 0qs14ub08u1qa969hf53137lekfyt89x	2026-08-13 23:07:40+00
8beecd55-6742-c43f-9a33-dd4ed0e04c4c	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	905a404b-a336-9b2a-c584-13d302d78305	Zzwlexl 39 1s9kki3wpe61i1m56akmcj4qx599d4wr	2026-08-13 11:26:05+00
1300edf9-45fb-256b-1aea-4b3f7bf2ac74	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Fvbsfrs 40 4d437925p3043wjp10x37t80678u14da	2026-08-13 06:11:37+00
aa27182c-3887-7a4c-49dd-1d52cfb7291a	02d23186-4484-c9dd-47be-6f0413bf7158	cea0f525-9625-0313-cda6-23d8d2f0f15d	Fbhfnfq 41 5dhj5ec86v5x5e98y77dm1n14t40v4zc	2026-08-13 04:00:18+00
b3763ebf-6ea4-f4ea-a73b-2f41990ba4a5	39aad169-53d6-abf5-419b-d629742da3f4	8554e4f8-055d-021b-c3d0-522014b465d4	Ajvjlil 42 6001083s3c6467g9ld2d1984e5863tqr	2026-08-13 21:33:18+00
accf6e6f-d23f-54c9-96cc-8f54f0d9c84b	0d897916-e912-0ce8-3de8-26510799ad69	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Xxcmapp 43 73ss1g9j5342d9r25ly3zj52385p841j	2026-08-13 11:27:11+00
84d3fa6c-fb9a-f212-079c-e5d4532ed68b	e9e5a810-fba7-f7f2-e662-1bf250fb7004	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Ycckhwx 44 12w0rz191h1q8wy141i551w67oy7699s	2026-08-13 10:08:17+00
251c2f9f-fa46-65e2-d0fe-bb1c5f53005f	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	78920153-e76e-a4bb-6c59-b49cee2c162f	Voxwdtj 45 48342911961jm591t9577531898su49z	2026-08-13 06:03:24+00
6edb812a-016a-a420-0827-107cb351769c	62135eb2-a6f2-98f6-a08b-288b096d775d	0613287f-cd61-254f-f9ad-9f04189fbc80	Jleaoui 46 x9y9pq50f8g1952c70h7f6m5a9f2h9s5	2026-08-13 23:37:59+00
5ba51025-d88f-f3bc-7ae9-b62151b4aa3e	4fd16547-30e9-8f49-f928-54a1a6de12f6	987d06e9-a20d-1ccf-768d-75b535d4e868	Hqohtzk 47 v5z8c0qc692tpu404551g01295lb7m0n	2026-08-13 21:47:55+00
c5147a2b-73f6-fc23-f9a0-0c0611fe4fb6	327d7eeb-50a0-a09a-607f-bdb875921a02	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Dvvmmws 48 pi1r5w963e201088u91788xm7f9c9gs7	2026-08-13 04:33:25+00
f1453ff0-881d-d96e-921f-34773ebdc968	3f784102-2a00-26a8-ece5-0a123dd15acc	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Dvuvneb 49 d70178b5sldvl90083cb1j90827lj49i	2026-08-13 10:08:55+00
1e9b6f93-12c7-5811-3e2e-51e0faf9a90a	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Abshfnp 50 n1a333760967x5bm6pr3j9y4m2vc76w5	2026-08-13 13:55:06+00
46424c9f-b16a-5404-f182-92f01ae08249	27131edf-07d4-5925-1544-98ca439b3e1c	fbbeba3b-f170-d528-6689-6683b586a23b	Iiedyjc 51 47f3814a7b80538045095087kqn77156	2026-08-13 05:07:01+00
2a3d8eb2-2a80-5055-1f8b-b1d7924cd739	f81004fd-9bdc-37de-1e3d-5721647fcfc3	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Ifkbbch 52 x7230837w570pl9n419i19q7p6669uh4	2026-08-13 06:50:50+00
75f8a8cd-407b-4546-9121-a0c494700744	1c034bb7-058c-cace-6a7c-2086d323df4d	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Qyqcsnj 53 evt7a4x9881601yji1g2o15v938stb43	2026-08-13 14:40:25+00
7f401303-adb9-5844-b26a-9da62872ff77	54d2cdf2-23bb-6870-8d94-bd82693102b1	354131ea-6fe0-7f31-2283-6fa90fcde748	Pezsnas 54 3895c547xgza9suob93047wl60bcxqmb	2026-08-13 12:47:04+00
aeb94adc-9434-b9d0-c390-a5284337eb6e	7b63839f-f249-0135-894e-c7c99de689e7	bf556bc9-5126-3f8d-60f5-699fa1641b17	Ztvylun 55 15hxorz9394s9a526arj54lksl0l6rjb	2026-08-13 22:44:46+00
45fef6be-5ea3-ccc5-bdf5-1f63bc6afd1b	aa50c859-fb40-60b3-a0ef-6362d022acca	a30b3ae1-3887-d416-0965-5d4c910d442f	Jevldrc 56 ef88786c72y68wm4t46gbfh3ot07z41c	2026-08-13 09:16:44+00
1875c0fd-a1da-b67e-9085-79d1e4a7bb26	7d343217-7eab-e94b-75f1-afc651ecfce0	95de1407-ca14-758a-3d04-4b05413f4bde	Iwuleds 57 h2fz7n504t68zk0k927q5037eb8p4p8o	2026-08-13 02:05:52+00
2dd158d4-ed1d-f16a-7153-c167b14b3abf	b7cb7124-2206-8350-21fa-eb9939dcbda8	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Otquhpt 58 25m21rkr1k66ra7lsz65813361c64x18	2026-08-13 22:18:47+00
6bcff32a-9073-b255-3fd3-20409d9a434b	91e40a3a-a0d5-a7fc-790d-0331d2627709	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Cinwvxk 59 27183511gh0u58oh31f18t08f1kvg17h	2026-08-13 19:10:58+00
a4829313-79c1-fab7-0c5a-782ebcc4c7ba	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	Xcnoauc 60 843376c083b9285c3z1893kgt8p51903	2026-08-13 18:25:53+00
c63c3b30-3879-226b-d992-3d3aaef746ab	f8c7654a-581b-7503-5650-792c020fb9fc	cb16f301-0e4e-04d4-24b9-903533f9b5db	Gmvtefl 61 25twbywq04h90lm7543ire86ti88g912	2026-08-13 13:54:14+00
95676a67-d86c-63c9-8100-b6a425a3a4f5	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Sctijnc 62 5mx2462zbs506j35o8gb2v10g79ez12o	2026-08-13 00:09:00+00
8f36e26c-fa51-78a1-e075-545b8760f7ed	f736bc66-02d3-9bfd-8a75-c378b0277dbe	cfec80ca-7142-52d6-7b28-c753c7957c6c	Ttymnkr 63 f2e5gy2zx1696r53j78a93566751l1zj	2026-08-13 13:47:13+00
82ac00eb-1202-6517-e0a4-61311d491cd4	5b07f3ea-1005-21f0-5829-0aeab697e3bb	4345b3ad-23ef-22bc-1e5e-92943c098263	Oxyxicf 64 28wr7051vk29du703ih607o87en852u0	2026-08-13 04:56:22+00
ff17d4c4-bee1-0249-0dfa-77aab12431c8	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	7c84e8e2-a854-224b-4513-67f04a608d49	Drjqnkf 65 275m8ry1030826d9c47x2fui1u9yw7tq	2026-08-13 00:19:42+00
319c5291-e396-27de-70b1-800a22f741ff	8f156e52-3c1d-be62-dea8-4b7378f0a62b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Rgiakwe 66 pv2p121xteq9d118qq840le32y9411v4	2026-08-13 07:53:09+00
28c0a4be-8650-e206-dadb-23397e1e8bcb	1b1c0660-c36d-da27-c702-2a8c3783e8f9	65805c1a-f51c-2113-e70d-1d4db57d804c	Njtuxvj 67 261787ag2d5qy3489h8em1qil8u9m78a	2026-08-13 11:44:33+00
0607b4f9-ad2a-ef90-738a-330d4b0196c2	82998eae-22dc-266b-8b8d-be80135d4efb	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Obpmiya 68 95kz3035502a94c046k063p816g07841	2026-08-13 02:54:30+00
e453fc09-723f-a00c-4329-43708bd6ca2c	104873c1-80a0-8ed0-9f15-7c45de7708ea	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Aodmbxt 69 6ul979v5r1k02w36988zqz2c382289xm	2026-08-13 10:00:02+00
3c003b4b-f557-55c6-ea10-6ec55e460fb5	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Vxnlbhs 70 tqw42qb1m03vgv3jmhj6mc61a4e789tb	2026-08-13 07:15:15+00
5ef8674a-7892-48ce-2a9c-e3798456f77e	30dcda0d-bf5c-a952-2832-e04aae95b1ae	83b898c2-1e34-b327-e233-d72690a75c95	Egmnzut 71 814uw9a5h7t37u660d99k23nyspz348n	2026-08-13 17:40:28+00
fdf01ed1-1a9d-3e93-bcfd-833c2706ad15	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	12769ca0-1508-baf5-e47a-61b428348d5a	Lephxec 72 m94f12159i9m01791ge0m46df11421d2	2026-08-13 18:32:02+00
8e8d07ec-0db2-eecc-b44a-673af23641eb	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	53f88eea-7389-0e25-f77b-51278bd5c1b8	Okqpcgw 73 ku3e3cvz3kw5m2q4rqh6yw9p24t7nx15	2026-08-13 14:58:12+00
701a9e29-cd11-56a9-8d28-ee557109bca2	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	e473510c-4484-fb9e-5b76-32afaf483c71	Avrftay 74 73w83871tov10nl3jnj13280pd88s089	2026-08-13 10:44:16+00
3cd5aff8-0c30-a865-85a3-3b63d5f72b2d	bfa16937-270c-d920-37f3-d9b82c604fb6	9caee790-6ff5-9ae9-fbb6-3616d661b615	Tmirphe 75 1d64yk65k2i3917kjtx18t0995n6963x	2026-08-13 04:47:18+00
8157ead2-d195-5fd5-602d-9994b78c643c	65d0b103-bf43-cc78-5f7a-3201f2084abf	495259f3-4863-3894-c2af-307a24fee167	Osfrfgg 76 240745180i87eg904788q6ga4k82i2k0	2026-08-13 15:02:19+00
21ece12d-3964-4144-ea39-7d4af1359361	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	60b6396b-87c9-aa7a-42cd-ab412efbc915	Hesgpon 77 778l6yw124ddli9s77c19g647f2546hn	2026-08-13 17:30:18+00
3702e483-2a35-125a-175d-f29122d5bec4	e9b7b31b-95cd-7672-eafd-ac499a088f0f	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Jvlzuyc 78 3stf03630639852507w45398199p5564	2026-08-13 01:54:04+00
80db128f-8f3a-f878-f41c-069da68972f2	7f63515c-88e5-55f4-38de-55d099e7dee0	905a404b-a336-9b2a-c584-13d302d78305	Okvwtnq 79 2f534m4ip10o598f8z6s5p35c152939h	2026-08-13 19:43:56+00
226064f8-230b-5794-f22f-a055c9433f43	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Bdrualf 80 lvm435o49961vui5t18j3ti54tz418n5	2026-08-13 02:06:42+00
dcbf1064-9630-bf6b-6e38-463760094169	4bf72314-0713-0776-8039-d24236467bfe	cea0f525-9625-0313-cda6-23d8d2f0f15d	Iojdrtl 81 m51920pf80aa6r317073088919f93n93	2026-08-13 23:39:21+00
97df4e45-2414-5e59-269c-7ca17dbd915b	81c4f485-c1bf-de27-bae5-3421d9e4e46b	8554e4f8-055d-021b-c3d0-522014b465d4	Xergoxc 82 7298x87qgumpn9lf4z71848qv6259133	2026-08-13 06:34:34+00
5b9f32f0-7533-8e29-24ea-c3dbf5c1fd02	344f67f8-66c9-2083-36bc-d742a759ecd4	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Onrkmyw 83 9dv0583801rin619b47z83f701va3y6i	2026-08-13 02:45:42+00
50a7cba7-85fb-272c-a21c-6a1f0cd70f47	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Tsqfacn 84 894dy16n60pz53gy06q2x3w36fd980l7	2026-08-13 11:01:58+00
bf8677ae-c7bd-ea3f-af6b-ee145ac762f2	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	78920153-e76e-a4bb-6c59-b49cee2c162f	Aesldxw 85 25d35l52b3pa1z9cs9a1f2p18342m516	2026-08-13 08:06:20+00
092d26b4-099d-bbf3-c8ab-a13c4fbb9fd0	31d69187-a7b5-fac8-a3de-4b293b0dfb72	0613287f-cd61-254f-f9ad-9f04189fbc80	Bluyiao 86 19af5794k97649643491n4764hr855f3	2026-08-13 07:19:55+00
646920e1-edfd-a313-18d6-8dd50c624ebb	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	987d06e9-a20d-1ccf-768d-75b535d4e868	Lttocyn 87 g14ip6s171j174q2c84seg85s65q552n	2026-08-13 14:05:30+00
372963be-32ee-69f0-57f4-170e7240a0aa	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Ozkxwlq 88 474qzfwf17511t6777q505t60hi34s76	2026-08-13 02:18:41+00
41173718-d59e-d535-2c68-5df19b93cedc	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Iftknyc 89 3ym5371334b9470o0t37o2k1tbd0062u	2026-08-13 20:40:27+00
667c7096-4c79-9edf-e210-39ce5fa0dfcf	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Xmuhhks 90 u13mk21z451k93fw66d2g25v195l10iw	2026-08-13 15:14:06+00
a3a1fb3c-859f-8091-986d-c1c2ba58e96b	6a814f05-097a-6b13-9ad9-11b777b5d17f	fbbeba3b-f170-d528-6689-6683b586a23b	Zvtoiyv 91 529t5j44090be506tu69x1s148199d78	2026-08-13 05:56:10+00
c1b7abe9-c6ca-15e3-f626-7a0a4cc43ecf	bc4b9935-b9c3-1f91-7529-cdebefcb635b	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Mdcrvne 92 61pa8l8t7r52p30h8609w4ez9925lx64	2026-08-13 01:13:00+00
789a4c7d-9ac9-a0cb-a59a-b822136338fe	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Lxcurpt 93 70t9pxkwk78b0668a4qz55968611n89f	2026-08-13 20:47:02+00
b5809315-c8d7-ab45-916d-6d467ec78688	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	354131ea-6fe0-7f31-2283-6fa90fcde748	Izgkqsy 94 18ppw6ti5q909g777ei6c1377d33rx07	2026-08-13 18:24:55+00
016c2f7e-da79-89d8-6ed6-34007e5ebf91	151c4f5b-fa3f-80b3-b964-37748e1448db	bf556bc9-5126-3f8d-60f5-699fa1641b17	Jtllawf 95 rclu52582av68183808nw48778j868m2	2026-08-13 18:37:25+00
4fc8c582-69f4-c23c-f005-1301623ffbef	4cc7d845-6981-d896-bb73-72356878babe	a30b3ae1-3887-d416-0965-5d4c910d442f	Afeznqo 96 zx3re64x8dsz770e8a6g936676s01789	2026-08-13 03:30:37+00
fda1d9a5-3460-bcee-bedf-b0fdeb574732	7f7aec09-123a-f4b8-38de-057ae44c2703	95de1407-ca14-758a-3d04-4b05413f4bde	Nraduee 97 2a0mrq99673ne95x0pv4751to7597031	2026-08-13 18:05:36+00
50f94b98-3666-8243-50b8-277c693966f5	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Cppryzz 98 23tc2mc77n269j8kmv92q0w43p58769w	2026-08-13 18:35:09+00
582b366f-ef95-d1ba-a2e7-c8e90a603088	ef9836f3-33b9-ca31-4e4c-37354af5c90f	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Hqjhkvw 99 v7a49794g25t0g36slgj98z1o6b1x153	2026-08-13 18:09:18+00
adf7b0db-8652-f858-2a52-54d64470a949	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	Fyhcntn 108 95xp6r24l6cf24o9z846386328m1m390	2026-08-13 08:29:19+00
6de26eb6-48e7-6004-695f-3a5178e18dec	f675aab9-ceab-2699-f6cf-2c35a52f3423	cb16f301-0e4e-04d4-24b9-903533f9b5db	Xjmordc 106 1a3e3o3v10s4v2n9344d61g053937kz1	2026-08-13 18:45:05+00
623bcbe2-1032-fca8-b6cf-56b70a0dfe97	55241554-0cf1-3ee2-110b-a1b6c0f8fede	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Spnjlvt 106 014eq41271s0w1r1101ja2914242wke4	2026-08-13 00:47:14+00
91662dbf-4147-13da-6bae-3631bfbd2ce5	7477ab11-eddb-85c2-39ef-340ed7263d30	cfec80ca-7142-52d6-7b28-c753c7957c6c	Fgifhjd 109 766v13r82675fvh66flm729f33p4778z	2026-08-13 18:18:05+00
8aacda67-ae29-c0e4-70d7-9e1787568256	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	4345b3ad-23ef-22bc-1e5e-92943c098263	Hlwmezm 108 53404ebkx451tk5l288nb67j3778n884	2026-08-13 22:07:25+00
70baabe4-2322-a5d5-c707-4b9161333b31	3ff1f087-8afe-a47f-f6c2-644991b1fa23	7c84e8e2-a854-224b-4513-67f04a608d49	Vbnmkfr 105 2473qm510i5qo8ydn4420xj2a615c15s	2026-08-13 16:10:52+00
cf4f1d73-c9f2-2f36-3f49-b06327570201	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Vodeguq 105 26899401281i3543is8j2c6241291ao2	2026-08-13 08:38:39+00
0754bdbf-1d55-10da-aa69-0d95ccc526b3	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	65805c1a-f51c-2113-e70d-1d4db57d804c	Wexabrf 101 k78gk73q9po971b5w444h5ng36a87889	2026-08-13 11:19:24+00
cd4e0869-a936-e02c-193d-095abad485fd	902a4756-651f-851a-38e6-d9ff3c4bd5b7	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Tqzliap 102 7646878827z4910ewi5l0f9868clw238	2026-08-13 20:33:01+00
3651f946-6e8a-55fd-aaea-0831724f4590	1905028c-5d35-e6d7-a1fe-16b899f4fda9	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Wpdpmtx 106 49351358dx27943b4rt2lx59t812k33e	2026-08-13 20:53:55+00
8b6617a8-4fa9-e57d-3fb5-3d06a9b5ac5e	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Iuvtwdt 119 2u6ptp6u929e7167892661ox81p071x9	2026-08-13 08:54:22+00
2ff4ea5e-af64-681c-e078-de9b8e1c64fd	29e6fdea-3495-b50e-8e3f-8391cb207f42	83b898c2-1e34-b327-e233-d72690a75c95	Rzxehgv 113 72g760773sm426285l575j55at710939	2026-08-13 22:24:41+00
fc7dfd6f-e717-f48d-41ca-619013a20f30	9b77cd81-80be-eeab-4cf2-1cee75046f17	12769ca0-1508-baf5-e47a-61b428348d5a	Wqzholo 112 iew7208gv4c87y1qz265k7631ss981mk	2026-08-13 10:55:48+00
63dce5e8-2656-83f8-a845-ee17330b1efb	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	53f88eea-7389-0e25-f77b-51278bd5c1b8	Ozvadfw 115 0p221jwkc2j50r36gpf927mv73d47qbx	2026-08-13 21:39:11+00
7fb8c78c-13f9-857f-4b36-bbe162db54c3	3c8c25f1-3efb-6db6-2b70-b52d074a502d	e473510c-4484-fb9e-5b76-32afaf483c71	Wxddbiw 115 9611c5n76ci5778u81p6a66ke1882121	2026-08-13 10:31:24+00
1ab945d5-b942-83a3-b3f7-a49e7af3ddff	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	9caee790-6ff5-9ae9-fbb6-3616d661b615	Pjnttho 114 437p069f52qz7hdp6sl088c7v90qc9yo	2026-08-13 20:41:02+00
dbbafff2-e803-fb4d-452f-37754adba5dd	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	495259f3-4863-3894-c2af-307a24fee167	Twrxdov 112 w13893a83p66jxyi4353486i12ew5r25	2026-08-13 18:03:45+00
8374df16-db07-b393-1d5d-2ad524dadc5d	7590a46a-e682-934d-9fc7-650defa807cd	60b6396b-87c9-aa7a-42cd-ab412efbc915	Sdbaxgv 115 o3u4cwn863mk0yx21f36f32154293887	2026-08-13 17:53:21+00
aa2329bd-6f58-f1ad-cceb-a838be7e9af8	49bbe0bd-a228-e7c6-edee-054f30e9019d	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Mifgdhs 119 2v04587450qmq05694oy85oyb6839085	2026-08-13 11:49:00+00
1ffc7457-162f-8afe-db54-ffe231ca52e3	e0cf83a3-195f-324e-3879-c1a4a6922601	905a404b-a336-9b2a-c584-13d302d78305	Gkuqyod 119 3011957531zp8a88j8d8q1q9b17022r0	2026-08-13 06:59:00+00
1e430025-167f-c7c6-0a17-c67bc06c77f2	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Izfavcf 126 xqf6rz6rzz44976rsyg7m491s3wmb54p	2026-08-13 19:45:16+00
16f9a3d3-9f59-14cb-a8ea-441b6b75ee83	caf6a9e9-b4b0-4f03-eb38-fd9840276792	cea0f525-9625-0313-cda6-23d8d2f0f15d	Patzlam 128 189226w24w1n7c4l901x71h32jc33l4c	2026-08-13 18:52:13+00
8be5a529-7bcf-ff2b-3d62-20869a4fe3bb	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	8554e4f8-055d-021b-c3d0-522014b465d4	Qkuyrvu 123 0153jo0co5vm1s7i1517s1l39x32i9p4	2026-08-13 15:31:01+00
20a9f0b7-6f0a-a903-b730-f91bcc5862b0	dc54fda8-5864-7add-3e55-d69af60d7678	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Xfwdgma 126 1677nbisg3e01u7uz8rjqc2hdyrxt5k5	2026-08-13 14:04:02+00
fbed3247-1186-c2d7-eb03-97468197d208	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Wcuoxfk 125 t03809574dpy5j25tv388a89c2xw389k	2026-08-13 14:24:30+00
97cc37ca-f16e-0f79-5014-4ff613c520ea	9139d8ef-27b3-04c7-0a75-d84910ad46c8	78920153-e76e-a4bb-6c59-b49cee2c162f	Fjspplu 126 82381x0894941err4epe03x4jj57b704	2026-08-13 07:26:50+00
594b0acc-71c7-0809-cc85-074110b3b5ff	34ef66df-293a-3cf4-327e-504581185b03	0613287f-cd61-254f-f9ad-9f04189fbc80	Fkdyezi 127 87fa3x4gwcuu3hfvf5176h8nt82j03h5	2026-08-13 09:46:17+00
2a17383c-d68d-5fff-b4ad-cefb58ba7b2a	7bfa35dd-0355-df3a-e582-32285ac16042	987d06e9-a20d-1ccf-768d-75b535d4e868	Trrafxz 122 ot8y94jhg6erfv722chwm149na4n78yy	2026-08-13 03:37:47+00
831b8c5d-456d-3039-5017-de47139dc6a4	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Akpsrhd 126 l7h433647726qmdz516221ll402w6259	2026-08-13 19:14:18+00
0ec2ae59-f09c-7d6b-bf7d-e99edab18aac	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Emdjxmf 121 83241f1682kro4fd4l31uaf4247r7uu0	2026-08-13 14:50:56+00
825c8187-460a-454a-a75d-0b9405dc4bd8	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Fyoimoz 139 1m12i65r66218r5fk3yivaj78p71036r	2026-08-13 05:10:36+00
36d85591-8293-c6ec-9990-54062b04c480	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	fbbeba3b-f170-d528-6689-6683b586a23b	Rmrmqui 134 xs6469h4otzn84x036y89229pbe7037v	2026-08-13 05:27:20+00
1dfc55ca-0990-0c49-47e3-3a72aa4193b9	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Iaxnrtg 131 b231845b5x2w289b13t3ab5439q5g10p	2026-08-13 18:15:31+00
629dc769-fe22-3d05-d07e-54007c50cc57	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Tmuxflq 137 408vv3043ic4986ky4k1826s6pw57342	2026-08-13 11:49:24+00
83a22cb9-3b01-07be-397b-fffab778c55e	6103e7bb-f2d0-c29e-bca8-c421ac49973d	354131ea-6fe0-7f31-2283-6fa90fcde748	Nyqyxky 132 26o00r2792ba8v685087pn69ai17t232	2026-08-13 13:00:00+00
38eee924-3efc-a01a-be97-bd852ec46e67	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	bf556bc9-5126-3f8d-60f5-699fa1641b17	Ytqfkrl 130 9t337dn38d0culc990909vv4ous19367	2026-08-13 14:05:41+00
972c06ea-c3aa-b125-aa69-ca8b6dbd1677	03ca2af6-6249-9cc6-2eaf-1772a126630e	a30b3ae1-3887-d416-0965-5d4c910d442f	Kcczjya 136 1ud2375826706g9837t2f251o3q41625	2026-08-13 09:19:14+00
2a6af398-f13a-8241-75fd-1c28a3a678e3	6443fbac-1268-99d0-c742-b383419e3269	95de1407-ca14-758a-3d04-4b05413f4bde	Spczxjo 131 5e9w8193z59j2uusfv222ojc40h1x092	2026-08-13 10:18:39+00
ae212a0a-6dfd-13da-1e6c-c2b8ec26a09c	38e405c4-661b-8458-0453-8f609aec0c0a	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Qxqugmi 139 34348do693pf94997227ai4406ekj683	2026-08-13 14:12:22+00
f1828fed-8ad7-bd10-cb9a-032fe24046ee	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Zzbbmzs 138 545pk939jb8wli23o4cd129961899r3q	2026-08-13 23:57:56+00
f2bcc79d-f47f-f754-3955-160de201fde0	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	Slqunnt 140 4x2sx4r65x770t652km884jk62350688	2026-08-13 01:48:50+00
5ccc4283-1323-aeb5-f8ad-0cc802809cc2	02d23186-4484-c9dd-47be-6f0413bf7158	cb16f301-0e4e-04d4-24b9-903533f9b5db	Uzgqjib 148 8o7t0i37845ts939u87v489u685177tc	2026-08-13 08:23:35+00
091d971e-aec1-8f14-3d77-a8aaf4f47baf	39aad169-53d6-abf5-419b-d629742da3f4	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Szodgqh 141 uvc00u6785655655obu2330m7r5n37d0	2026-08-13 02:29:58+00
f0fe7beb-bc04-b6fb-de71-cb2e7c7d1faf	0d897916-e912-0ce8-3de8-26510799ad69	cfec80ca-7142-52d6-7b28-c753c7957c6c	Qwrgsjt 149 g676933mp2272l017724440454t96874	2026-08-13 02:37:58+00
163e9905-1d6a-4fa9-4059-e461a58599b6	e9e5a810-fba7-f7f2-e662-1bf250fb7004	4345b3ad-23ef-22bc-1e5e-92943c098263	Rmyqezq 147 4y8484247796y68ir8m1167q4878j513	2026-08-13 03:55:51+00
3a67d068-800d-d45f-4663-abf18acde60c	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	7c84e8e2-a854-224b-4513-67f04a608d49	Hlwfhaq 143 i98u119u51pd6u2j4f63591545225u9w	2026-08-13 22:34:20+00
fb0e2045-bbff-2bf2-25af-fcee80bcd31a	62135eb2-a6f2-98f6-a08b-288b096d775d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Kyvthoi 141 17s0a377l1s89z75247838y2041vx56f	2026-08-13 19:59:47+00
7ce35be1-46e1-ea0c-7192-e2ad486814ce	4fd16547-30e9-8f49-f928-54a1a6de12f6	65805c1a-f51c-2113-e70d-1d4db57d804c	Qkjoqrg 149 1r8363kmbvwc1916ho00246r0i939x67	2026-08-13 01:45:01+00
484fe337-3920-3869-988e-bc679515d107	327d7eeb-50a0-a09a-607f-bdb875921a02	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Xeeltok 144 1316648o55fr6y2736mha4vg750ma276	2026-08-13 17:01:59+00
f433ed0c-c38e-a47a-1bad-0bad7b1583e5	3f784102-2a00-26a8-ece5-0a123dd15acc	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Qbiqdux 148 9627pznl109chg934bc50g175yn5d53n	2026-08-13 12:47:44+00
1882000b-42b8-21d3-163a-c6948d5ef601	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Jmzgohw 157 8m845398t0g52qt2131w50333kr1c823	2026-08-13 00:14:31+00
776ae523-2ed1-682a-393f-d231a678d1ff	27131edf-07d4-5925-1544-98ca439b3e1c	83b898c2-1e34-b327-e233-d72690a75c95	Bskwbau 158 7u7nsl9l8889of2ayo9u1tgc65flk76t	2026-08-13 05:52:16+00
342f0b63-aab6-5ff6-e174-c15683f94204	f81004fd-9bdc-37de-1e3d-5721647fcfc3	12769ca0-1508-baf5-e47a-61b428348d5a	Tvkrdxu 157 1e2fq66164941zwyx27x20unrq000k42	2026-08-13 12:20:57+00
c0ede979-4c47-d845-ef44-5918ddec0959	1c034bb7-058c-cace-6a7c-2086d323df4d	53f88eea-7389-0e25-f77b-51278bd5c1b8	Vrfvtbl 150 g158xz3p023l545t4o1zrda52627p966	2026-08-13 13:39:20+00
13c7e141-bd1d-9797-e7fe-1533fa7bf408	54d2cdf2-23bb-6870-8d94-bd82693102b1	e473510c-4484-fb9e-5b76-32afaf483c71	Njirpjz 155 5q533diy10q69x2g23n78s49a00c1564	2026-08-13 18:06:17+00
0f1800d9-6cb5-30ff-2f7e-0e21c98be290	7b63839f-f249-0135-894e-c7c99de689e7	9caee790-6ff5-9ae9-fbb6-3616d661b615	Cbmyhzb 156 4938h2p00ghm77czitr48eo524n85qdh	2026-08-13 11:10:56+00
971b744d-94f1-be39-bd88-506c10249be9	aa50c859-fb40-60b3-a0ef-6362d022acca	495259f3-4863-3894-c2af-307a24fee167	Ahmykkr 152 31402n87i1g39j9n07452033zi95j23p	2026-08-13 00:39:33+00
e6d8ce5d-5d37-80dd-abb5-2867c4b74d9a	7d343217-7eab-e94b-75f1-afc651ecfce0	60b6396b-87c9-aa7a-42cd-ab412efbc915	Velomax 153 ah1755njx20cja60sdrg2kg6w1f1361a	2026-08-13 17:03:58+00
cd4e6c8e-e5a5-b5f3-17aa-32705737d0c4	b7cb7124-2206-8350-21fa-eb9939dcbda8	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Ykjrpgc 155 2b20h408j98rwoihelf3r2pv51g836m5	2026-08-13 20:08:12+00
5316b11d-d8e8-c102-999d-cd2698d280a0	91e40a3a-a0d5-a7fc-790d-0331d2627709	905a404b-a336-9b2a-c584-13d302d78305	Fgdzhir 154 g89dt5qh7g28i4r0c1ov234352e6p922	2026-08-13 21:58:45+00
0eed1253-2a9e-2686-3786-8f5933be7300	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Jsfuhdz 163 21461c0094de12274v7fwv23w975l14m	2026-08-13 17:39:50+00
4f079e5f-8cc8-96c2-9399-70119547772c	f8c7654a-581b-7503-5650-792c020fb9fc	cea0f525-9625-0313-cda6-23d8d2f0f15d	Gdprkfj 161 9eae5b64ocge043zp7071i2678i1679s	2026-08-13 05:18:33+00
c0b7b56a-e6fc-ef80-ba65-4d6f7bc200af	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	8554e4f8-055d-021b-c3d0-522014b465d4	Zseogrt 168 42530501kw22233fz1x2levxe8d3zq7j	2026-08-13 18:30:35+00
d7cdc669-916f-fa9c-cb6f-744d22e5e403	f736bc66-02d3-9bfd-8a75-c378b0277dbe	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Seevvkq 167 hx709qq066566pm3h8xp87v2312x8e57	2026-08-13 04:08:51+00
8b39f4a4-4caf-d3b9-e7e9-e74331009d7b	5b07f3ea-1005-21f0-5829-0aeab697e3bb	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Kkfmohw 167 nptrk1k489u128gn1rq94am4c03yl1g4	2026-08-13 01:09:38+00
0bf63327-a38b-5144-c8df-ef1c58194891	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	78920153-e76e-a4bb-6c59-b49cee2c162f	Kltbdwh 166 069c92128567kh409700038n761fr822	2026-08-13 14:38:16+00
bb212023-e845-078e-cb55-a679fe3af76b	8f156e52-3c1d-be62-dea8-4b7378f0a62b	0613287f-cd61-254f-f9ad-9f04189fbc80	Dlmbncs 164 b4n799163b8bx6p3nxqt00u2o9z5058b	2026-08-13 20:39:14+00
2fd52207-4f85-7a98-2b24-5d3ace1c57a0	1b1c0660-c36d-da27-c702-2a8c3783e8f9	987d06e9-a20d-1ccf-768d-75b535d4e868	Smtbzxo 167 yb8bdx116620uq5070872h76n7xo95af	2026-08-13 07:08:30+00
fdc4e213-59c3-a028-2f31-90e83e280a23	82998eae-22dc-266b-8b8d-be80135d4efb	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Vnpbfdj 165 05vo908762740a6h13241u234q31ndms	2026-08-13 19:56:12+00
c810740d-f158-f954-c172-8ca9e68168b8	104873c1-80a0-8ed0-9f15-7c45de7708ea	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Izltwlp 165 sv0g953t447v0za206veac4kzfa66e8t	2026-08-13 22:10:42+00
57df804c-5068-0837-85bf-6bfd76286f90	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Clupojm 173 i9x285e204k35k00823b7p256o06o435	2026-08-13 09:09:42+00
ac10dd1e-a1a4-15ba-eacc-1f6e39e9f320	30dcda0d-bf5c-a952-2832-e04aae95b1ae	fbbeba3b-f170-d528-6689-6683b586a23b	Tcclycq 172 392e1j1266d4l28in85g702uj7g4353s	2026-08-13 13:38:31+00
f674a504-4d59-358f-fa3d-200126a4bd70	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Baljxzc 175 6m0wixsg563grtm8a7p026fe257kf06u	2026-08-13 15:13:10+00
1d9ea533-1dcf-624b-7adb-59e534b4024f	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Gwkjmgi 171 00040784bui46oatg89hr2s9370d902f	2026-08-13 20:58:05+00
de031162-04a7-f8f3-cae5-3e9e2d5d42a3	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	354131ea-6fe0-7f31-2283-6fa90fcde748	Laiqcem 179 8rj58g5m677827yp3z21c3d6yb2j6k92	2026-08-13 18:07:19+00
d4e6a439-b802-8249-9b9e-95306e528b9f	bfa16937-270c-d920-37f3-d9b82c604fb6	bf556bc9-5126-3f8d-60f5-699fa1641b17	Ndzgqyl 177 646h87rypv737b5593b7a7s8032w8011	2026-08-13 23:45:49+00
ab146ede-643e-340e-597d-66c8ab8a5b9a	65d0b103-bf43-cc78-5f7a-3201f2084abf	a30b3ae1-3887-d416-0965-5d4c910d442f	Eucwegu 175 ogqy7zj82t6g43159oxk6xe5qz05b4su	2026-08-13 10:03:13+00
8c96a4b1-88c4-9932-66d1-e79c4acc26e1	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	95de1407-ca14-758a-3d04-4b05413f4bde	Dssupva 170 288q19bsl20l0i39972351974od6586a	2026-08-13 21:02:04+00
25d6a926-51f7-7683-5dd9-fed777849d37	e9b7b31b-95cd-7672-eafd-ac499a088f0f	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Mqhmxuq 173 72w3aj2642r7f3bd6e8v34130545q399	2026-08-13 02:30:58+00
fff978d8-eb69-f3ba-296e-feb95e993fcd	7f63515c-88e5-55f4-38de-55d099e7dee0	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Lpwqzik 171 8n65rj9kd6wqr72qk09e125003auuj73	2026-08-13 21:13:21+00
887334d7-0e45-0a3d-4556-7fd041f6a330	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	Ufirrwp 181 yg1j00c8264v903vz89c057110a442m0	2026-08-13 07:55:13+00
bfdde706-f718-5e02-9b38-e2e226357fd5	4bf72314-0713-0776-8039-d24236467bfe	cb16f301-0e4e-04d4-24b9-903533f9b5db	Eahtqfn 189 5436469n153xo892l7c310i5oq7534fb	2026-08-13 15:02:05+00
11e47aff-5db1-90f2-a0f2-83c4a5bb147d	81c4f485-c1bf-de27-bae5-3421d9e4e46b	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Jyxdouy 188 0ueh012et379w102x2a88ur9c1ngf353	2026-08-13 09:39:32+00
d3a7dc38-f83a-d05b-db5a-eaa0dc2a2c90	344f67f8-66c9-2083-36bc-d742a759ecd4	cfec80ca-7142-52d6-7b28-c753c7957c6c	Hdajdxv 182 8x655we57964p87770x51942ur7jkty3	2026-08-13 17:48:16+00
6f44fb47-70e2-816f-1e53-0cc70e710657	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	4345b3ad-23ef-22bc-1e5e-92943c098263	Dzsnlci 181 1e03wfcbjjo4r3n26t9728y402382t97	2026-08-13 12:07:12+00
17f00536-61b6-0cc2-2605-223d91b72551	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	7c84e8e2-a854-224b-4513-67f04a608d49	Usbrdmp 189 x77z0o7qlzb72j9739s291cxpc96hkyw	2026-08-13 12:51:25+00
2d9c9c1b-cb11-ac59-b119-37f18caae24c	31d69187-a7b5-fac8-a3de-4b293b0dfb72	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Vuzrypf 186 l6oy7ehqfa75fdvi9d91400ue55r9rl4	2026-08-13 18:58:26+00
252280b7-b66a-6851-6c14-676face86370	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	65805c1a-f51c-2113-e70d-1d4db57d804c	Xfscsfi 180 8136m3qg845m33dgh66m7404vjx556a6	2026-08-13 21:20:51+00
cf5598d9-2e87-8f81-eff6-3792fad9ad86	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Sclvdty 184 425ygt57z13t4iit5b5sg3431wt639wv	2026-08-13 12:35:46+00
c7e8f6e9-8ca0-0932-9451-ee45024e394a	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Tmrydcl 185 30i4j007d3t3b491k02n19395e9t7byf	2026-08-13 06:46:20+00
68ac8048-64be-1a16-1963-6bb54488cdc6	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Oiitbcz 196 398dxo9g6d5519z7087ps7iog8n61pl7	2026-08-13 18:08:13+00
c64ba8a5-57d1-126e-9c63-a8e4ad91d6f2	6a814f05-097a-6b13-9ad9-11b777b5d17f	83b898c2-1e34-b327-e233-d72690a75c95	Btqghrq 193 5zzv59m5ut4y0d6b9n5988z3b10t9vbm	2026-08-13 07:44:12+00
70427846-93b1-93f8-082b-9f0a8a3b358b	bc4b9935-b9c3-1f91-7529-cdebefcb635b	12769ca0-1508-baf5-e47a-61b428348d5a	Hdifsbo 192 69g3207493117f005of9nm657x149s54	2026-08-13 08:00:30+00
0541a773-e6d6-5573-923a-9646359e0d7e	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	53f88eea-7389-0e25-f77b-51278bd5c1b8	Knfwojz 195 9ltl0ydo329lm87jv75wo83g36p4m5uf	2026-08-13 10:39:37+00
f62dcd0b-b13a-dd48-1476-e972024231a3	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	e473510c-4484-fb9e-5b76-32afaf483c71	Zwdrtkz 198 mr2dyuf5517l6qi0v29q84162ph4fj16	2026-08-13 23:15:32+00
88717e67-ec43-3acd-fef5-059d8c335b28	151c4f5b-fa3f-80b3-b964-37748e1448db	9caee790-6ff5-9ae9-fbb6-3616d661b615	Ctxizpv 196 lm6686905e60750l07t638vww642d0u0	2026-08-13 04:01:07+00
ceeb962f-de54-fa31-0acc-8555572ae250	4cc7d845-6981-d896-bb73-72356878babe	495259f3-4863-3894-c2af-307a24fee167	Viaztvy 196 m39w44tb6f95205494604p613vz23946	2026-08-13 02:22:34+00
c0ff842b-e157-e221-4867-6bafb398e196	7f7aec09-123a-f4b8-38de-057ae44c2703	60b6396b-87c9-aa7a-42cd-ab412efbc915	Jvqdfrk 196 eq9dr228a27186bdb649e9x79hk8y358	2026-08-13 19:44:35+00
ec54c9ce-19dc-f216-cdbe-f568447800b4	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Ercvcum 199 02yo4367420loq69051mb78zo6taqm94	2026-08-13 01:28:20+00
6140117d-68f8-e6ac-b8a2-87d1cf1f81d7	ef9836f3-33b9-ca31-4e4c-37354af5c90f	905a404b-a336-9b2a-c584-13d302d78305	Tmvsrdt 196 y212980b690434d3x44i20448a3v5g45	2026-08-13 17:29:35+00
6e5c942d-d370-7bed-df9d-a5b519d39b04	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Gswuyux 200 13y0k455y6d0v1b95t1x363v9g44xf57	2026-08-13 12:38:42+00
6f547a46-fe8d-495d-479f-4b2f5593b400	f675aab9-ceab-2699-f6cf-2c35a52f3423	cea0f525-9625-0313-cda6-23d8d2f0f15d	Bctvzos 205 4od1860n942ma4cj0f06887179b53f93	2026-08-13 21:37:12+00
f8565d72-6cf3-8fc3-28e0-8a8e39ebe109	55241554-0cf1-3ee2-110b-a1b6c0f8fede	8554e4f8-055d-021b-c3d0-522014b465d4	Zwmeltb 202 8uu281r636jm308803742f20lnec0228	2026-08-13 13:02:20+00
dbd8fbe0-2458-d9ff-b854-23f441b80778	7477ab11-eddb-85c2-39ef-340ed7263d30	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Edcvymt 205 306sq0n63f9aibn8tjxaur385o183756	2026-08-13 01:05:49+00
dfe45e7f-b8ca-02aa-7ff3-7b4802673cb5	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Zohjjbl 205 u511l704l21075ofhe22d68okv4969p3	2026-08-13 11:52:47+00
1728cb26-4d4c-4697-c5bd-d96253e7de14	3ff1f087-8afe-a47f-f6c2-644991b1fa23	78920153-e76e-a4bb-6c59-b49cee2c162f	Vverqkz 206 b37b63ug13949u1036h7g85p0m352w3g	2026-08-13 12:38:55+00
ca732321-a645-547f-da74-34735dff96b6	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	0613287f-cd61-254f-f9ad-9f04189fbc80	Bokpoph 209 2a576594871f1xy13tc4o932096aooq9	2026-08-13 17:24:22+00
01a1537a-8251-b150-01f0-167244098c0d	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	987d06e9-a20d-1ccf-768d-75b535d4e868	Yxxncis 201 73zyt9747319xumw19030iq2pgz547a4	2026-08-13 00:32:01+00
f6615917-91ce-60f1-8891-3325d4b14eeb	902a4756-651f-851a-38e6-d9ff3c4bd5b7	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Lydtcmt 202 39od25vtt50363um29g7pnu1fm6z65r2	2026-08-13 08:40:38+00
42981123-dee1-c2f0-f27b-5bf298762fcb	1905028c-5d35-e6d7-a1fe-16b899f4fda9	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Qduiats 208 4vz7bk4404n5aq768k977unr23086hvk	2026-08-13 04:03:26+00
61ed9cf4-c2d8-3ba0-90c5-785f77a2a5f9	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Qfxamhq 211 7668414tq17870638479039t052wx45c	2026-08-13 06:56:18+00
762a17ed-24d7-f83f-4fee-af2a13e5f263	29e6fdea-3495-b50e-8e3f-8391cb207f42	fbbeba3b-f170-d528-6689-6683b586a23b	Fnzzdnl 210 928nd5426jr7wji5y97sz77n3g27e2um	2026-08-13 06:07:25+00
161138b5-7333-9328-2043-627a1e30fcb3	9b77cd81-80be-eeab-4cf2-1cee75046f17	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Scttkve 210 30q4512qz4znn72256exr16jl420k83h	2026-08-13 12:26:42+00
6ae88fc1-42b4-9da1-0510-f52c00f34ba2	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Gtydrbo 213 1i3o2s3889n369k1u294h97xz8584a18	2026-08-13 08:43:05+00
1a6dca2c-ca29-8d15-5816-e004be2f11e8	3c8c25f1-3efb-6db6-2b70-b52d074a502d	354131ea-6fe0-7f31-2283-6fa90fcde748	Irvdgfl 217 63123oo178ce374l3078819617878v3a	2026-08-13 10:58:57+00
9e96ad56-cca8-83ea-7b2c-7b1d1657831d	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	bf556bc9-5126-3f8d-60f5-699fa1641b17	Jwdcgyt 212 7bo634898i46938670p2g1u6mww89982	2026-08-13 06:09:39+00
750563f6-d9bd-7c40-053a-317836b5c3cb	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	a30b3ae1-3887-d416-0965-5d4c910d442f	Qapnuvm 215 d6310sgh913a493kgj937n31ye9316o9	2026-08-13 07:09:10+00
86ffdf8a-47fc-7ece-eb1a-44fc36322de2	7590a46a-e682-934d-9fc7-650defa807cd	95de1407-ca14-758a-3d04-4b05413f4bde	Qnwqhgw 211 70e6n85dd0r60ug532ce8w3gb1j95cfd	2026-08-13 15:33:08+00
9b5e7d10-7602-5f76-8374-7c29a944fee0	49bbe0bd-a228-e7c6-edee-054f30e9019d	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Saxxamx 211 bkv4hu98529y60y924e39x2222f60nom	2026-08-13 09:59:40+00
76f5c462-af8c-a512-27a7-693fec18f75c	e0cf83a3-195f-324e-3879-c1a4a6922601	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Utemrrq 210 6ira6263y81xm686w8h68ec41wl0vh0d	2026-08-13 23:19:48+00
f9c8ee4e-38e3-6bfe-eef7-01caf97f756d	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	Cxjxrus 227 fz0c0890wp9a3236064i021224652264	2026-08-13 05:49:42+00
eb70578c-26df-a2a3-e7bc-4cb92a268d06	caf6a9e9-b4b0-4f03-eb38-fd9840276792	cb16f301-0e4e-04d4-24b9-903533f9b5db	Edegnmc 221 ggs43w546jz7397k3ggx254lt5yo62xl	2026-08-13 06:38:58+00
9438afbe-e597-4bef-0861-76c148dfd16a	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Wkzutbu 220 81gmt97u04tv87653525197so51kqggz	2026-08-13 19:23:33+00
716e3672-8146-a7e3-9cf6-a1d4704293b3	dc54fda8-5864-7add-3e55-d69af60d7678	cfec80ca-7142-52d6-7b28-c753c7957c6c	Wcztlzo 222 1p3ww60a8p6d4453g5oi868y6hlq8o31	2026-08-13 17:40:08+00
24e10e9b-872f-4af7-b2ea-8c9c81c07cff	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	4345b3ad-23ef-22bc-1e5e-92943c098263	Tnhfkkb 224 9r2a6z031126o0cu01986d137hi6n59h	2026-08-13 03:00:49+00
15ef414a-4022-5212-fbfb-a11b7dd53d6f	9139d8ef-27b3-04c7-0a75-d84910ad46c8	7c84e8e2-a854-224b-4513-67f04a608d49	Icmasgn 223 53ut634pny99y6z1s7lf31d503466395	2026-08-13 13:17:01+00
6e72d066-1e5c-91ee-8a62-f41a71b57eeb	34ef66df-293a-3cf4-327e-504581185b03	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Oxmtfcb 225 35057op4h2749rf61988ouoa56r8499i	2026-08-13 05:01:27+00
44a26fa9-4bb9-c2d3-a5d1-3449a90d21df	7bfa35dd-0355-df3a-e582-32285ac16042	65805c1a-f51c-2113-e70d-1d4db57d804c	Klrmvfa 226 c3139c452s52n0mj6794633e91h3x6q7	2026-08-13 02:02:02+00
26f77b7a-e58d-2e6c-fa38-7e103db4ad75	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Mnnqbry 225 99o132s4397gw137tl3f918r7y6w0018	2026-08-13 21:36:25+00
f21a9a66-5f11-8611-6082-c818da835230	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Krxvlzq 223 7t045gks6g5ql18442u22264pz14h0j7	2026-08-13 20:30:36+00
8bb23690-7e75-ad2e-b7ac-25f06d9bf710	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Dylwvpc 236 s00307ns33k23ia13f130z2kmx47g581	2026-08-13 23:58:36+00
0e251a0b-bff6-0254-cc4f-40265af912d9	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	83b898c2-1e34-b327-e233-d72690a75c95	Yqlpxcg 230 we4o2i735rf99d3m42b1717v44t043f5	2026-08-13 18:45:57+00
8715a78a-fc43-67aa-4afd-522aaecbf025	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	12769ca0-1508-baf5-e47a-61b428348d5a	Gfvdtta 233 30wig1nc4kz7a050190rn3ws36t9s707	2026-08-13 14:23:55+00
805fbed3-d3e3-705b-051c-30f592c08471	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	53f88eea-7389-0e25-f77b-51278bd5c1b8	Auizxnz 230 r8u98bat32bydzeaa1320xh343r5q600	2026-08-13 11:52:27+00
e2e57ff5-05c1-45de-0b8b-199395787dbc	6103e7bb-f2d0-c29e-bca8-c421ac49973d	e473510c-4484-fb9e-5b76-32afaf483c71	Yytqrfx 235 743869p34q46828th77165487ypx276b	2026-08-13 17:54:35+00
8661388d-aeaa-b934-a47d-b2136fc3c4a6	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	9caee790-6ff5-9ae9-fbb6-3616d661b615	Ptggins 237 c3ofv2373o9717g3203wgs6545601l7c	2026-08-13 17:59:49+00
fa4eae8a-ea72-0b04-d4fc-4ba03e5ef89b	03ca2af6-6249-9cc6-2eaf-1772a126630e	495259f3-4863-3894-c2af-307a24fee167	Uqzserz 232 394ye809837dj54v0lsw48mw0m82q008	2026-08-13 19:12:45+00
7d9d47d3-da47-adfb-0434-74bd7245a4c8	6443fbac-1268-99d0-c742-b383419e3269	60b6396b-87c9-aa7a-42cd-ab412efbc915	Trqawjb 238 96d0y78kze2x07cg438kh10l87288287	2026-08-13 23:58:27+00
414212a3-53f7-2abd-1d03-1d40add9e59b	38e405c4-661b-8458-0453-8f609aec0c0a	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Yoogclt 234 7n6k4992r474djem88yq0203v810wx35	2026-08-13 16:32:54+00
aa5aad49-e10b-a810-8c37-aa8298156b89	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	905a404b-a336-9b2a-c584-13d302d78305	Dstfwwq 231 ci9v9285350ofo33633j99t4088u5oxj	2026-08-13 05:43:17+00
2c69fabd-fc10-6736-120e-a5b55012c30e	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Bprybve 246 b7y015hlt54a6232098b4p0aj1u716f1	2026-08-13 19:54:21+00
4a692fce-116d-2fc3-8347-967237cf9249	02d23186-4484-c9dd-47be-6f0413bf7158	cea0f525-9625-0313-cda6-23d8d2f0f15d	Nvxuqzc 249 47b414545n9ac4978kj7wek59k08960q	2026-08-13 04:28:42+00
f22e1e46-bb3b-effa-00f0-316b38454392	39aad169-53d6-abf5-419b-d629742da3f4	8554e4f8-055d-021b-c3d0-522014b465d4	Cmvkjty 242 2028is394g3n626k943968596x185093	2026-08-13 16:18:09+00
9f0fc5fe-cd58-c7c7-13fa-db8dc6b99851	0d897916-e912-0ce8-3de8-26510799ad69	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Yifgcbl 242 1x90189icpk2bqlj7885064tw0v94175	2026-08-13 12:25:42+00
457d2d98-5329-20aa-0b53-4aeceadc9e06	e9e5a810-fba7-f7f2-e662-1bf250fb7004	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Bghoigy 244 r236xp299346x79888nc6y02d869y09n	2026-08-13 13:38:12+00
8efd5d90-6e1e-93f1-a64b-1e079136fead	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	78920153-e76e-a4bb-6c59-b49cee2c162f	Ebpquyd 243 834iy74vd6s41zuvt2wxd73or09714j9	2026-08-13 19:00:06+00
646f0212-bdb9-e80d-229e-518c8e3718fb	62135eb2-a6f2-98f6-a08b-288b096d775d	0613287f-cd61-254f-f9ad-9f04189fbc80	Kgvvhms 245 hp3ru2a3g7582339jiz09szk77p9597w	2026-08-13 09:53:41+00
365bff95-9ccb-9dfd-715b-52b8a1910241	4fd16547-30e9-8f49-f928-54a1a6de12f6	987d06e9-a20d-1ccf-768d-75b535d4e868	Iosiejc 241 2u99d018e48b8597h41po7o1v8k8837e	2026-08-13 09:26:43+00
965bfced-6d9f-81a5-6597-96a3073707c2	327d7eeb-50a0-a09a-607f-bdb875921a02	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Mjmejle 244 9552a274a1087b9k242n16024r5udy5t	2026-08-13 18:32:55+00
9308acdf-9673-e405-f86c-455bf5aec012	3f784102-2a00-26a8-ece5-0a123dd15acc	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Nfykdgr 241 4b45425518k04353f582u1t440cny8e6	2026-08-13 18:56:08+00
3f68e556-d8d5-0ba4-c1be-4db99e779e0a	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Igpffrv 256 14dk1080tm1786bn4593x0331514419w	2026-08-13 00:21:35+00
211accce-46e5-475f-67ca-b8a714a484a3	27131edf-07d4-5925-1544-98ca439b3e1c	fbbeba3b-f170-d528-6689-6683b586a23b	Lwoamyh 255 47900by75846vc63p2y0s4x89yt5v975	2026-08-13 20:31:57+00
05d1cd01-327f-1723-1992-9c8c8a7f5453	f81004fd-9bdc-37de-1e3d-5721647fcfc3	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Fwmmrbr 251 i13w2955nn53px0wk2st52977pd1x8u7	2026-08-13 17:37:00+00
d8024e19-2fdb-7c1d-c55f-b40c0898b01c	1c034bb7-058c-cace-6a7c-2086d323df4d	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Ctppubq 255 8z04l86eu7mzk65gk293s2t7511116q4	2026-08-13 09:31:21+00
6c45d6d1-2364-4ea1-cb80-138ace153564	54d2cdf2-23bb-6870-8d94-bd82693102b1	354131ea-6fe0-7f31-2283-6fa90fcde748	Epjgdac 254 94j90c832t6v75117wq5n032ux8jdj79	2026-08-13 03:31:03+00
3c6848cd-84d5-d1fe-48d8-ea37838a810e	7b63839f-f249-0135-894e-c7c99de689e7	bf556bc9-5126-3f8d-60f5-699fa1641b17	Agmborl 251 m86qt70f1114f7n81a98iyz26f296bdl	2026-08-13 15:14:58+00
fd743fb4-da15-3037-0496-312b56b2027d	aa50c859-fb40-60b3-a0ef-6362d022acca	a30b3ae1-3887-d416-0965-5d4c910d442f	Hjylyqg 257 78kd8016e78n93i15h17045747tz9873	2026-08-13 15:27:50+00
c2b00923-fae0-a621-e195-65098ae3e936	7d343217-7eab-e94b-75f1-afc651ecfce0	95de1407-ca14-758a-3d04-4b05413f4bde	Xgfsodq 256 4nb05f9demn73130q10731m0xtfc4135	2026-08-13 02:13:41+00
611aca82-5c8b-2743-5ddf-2becc8e573e9	b7cb7124-2206-8350-21fa-eb9939dcbda8	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Rjqyktf 250 416hu87a57489os254463qz414r43z05	2026-08-13 20:10:11+00
73992ffa-1a4e-041c-8b96-f3f1562f18ac	91e40a3a-a0d5-a7fc-790d-0331d2627709	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Nraxjkj 256 p2o7645f334o1esl6h50044m9x7993p6	2026-08-13 23:08:29+00
cd250966-2203-4bdb-ff89-5b709e8bb740	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	Bhnwiuf 267 839c7l53npgbe0312m2gq647t020j80d	2026-08-13 15:36:25+00
4102e617-3c98-dd49-caa2-4de3254e538f	f8c7654a-581b-7503-5650-792c020fb9fc	cb16f301-0e4e-04d4-24b9-903533f9b5db	Wkgwquh 269 57u5y407kb70yti66797o6d1co2e436w	2026-08-13 16:42:40+00
7ce78791-32ef-326c-768c-5751f7780724	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Blhpwyc 261 15lru55kit2230742is7ys52rz85e294	2026-08-13 00:15:06+00
239a37c6-f756-6ddd-c287-d0ae6f470086	f736bc66-02d3-9bfd-8a75-c378b0277dbe	cfec80ca-7142-52d6-7b28-c753c7957c6c	Jlmwmzh 265 di30433anu0e64w19415a26n0x8u0c20	2026-08-13 05:16:47+00
d3882cb2-a14a-8891-ab05-682720a4f4f9	5b07f3ea-1005-21f0-5829-0aeab697e3bb	4345b3ad-23ef-22bc-1e5e-92943c098263	Elorlcj 266 l3f8n320om4j0ld44uv9up793890g389	2026-08-13 17:35:52+00
b8184a19-a2e6-9295-55e2-99f8c2b98aa7	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	7c84e8e2-a854-224b-4513-67f04a608d49	Djmjdic 264 66l31857or2325pue0921d74g321e9po	2026-08-13 13:58:20+00
263aa3da-e75c-9f64-2c2f-5f7326252351	8f156e52-3c1d-be62-dea8-4b7378f0a62b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Rkdcxnl 262 x7l2smc8062090465l408i702a63j679	2026-08-13 14:26:31+00
0167af00-3d6c-e323-53dc-789608dd6f26	1b1c0660-c36d-da27-c702-2a8c3783e8f9	65805c1a-f51c-2113-e70d-1d4db57d804c	Octmsmb 262 216pidb2knr0z7jb2ym6n8h6fj7p4842	2026-08-13 23:13:04+00
68db68df-fe4a-2b04-7bdb-c17f64ca6b57	82998eae-22dc-266b-8b8d-be80135d4efb	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Ymwbzdn 264 47itg8jch417m9639r4k2316t7av3261	2026-08-13 18:40:36+00
74974f2b-1065-015b-7b43-4b4f0b7c0bc4	104873c1-80a0-8ed0-9f15-7c45de7708ea	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Cxjmgjs 262 1m76ft77i681i1j6526ofe4w86d7v0ud	2026-08-13 22:18:22+00
c5e6e2ed-c879-e3c1-fffc-82ce8fec74be	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Xdxjtgm 271 8148zwhk5r03a2o206163c7ls58h88o2	2026-08-13 05:11:18+00
7badf609-5451-d776-879d-324be81ec127	30dcda0d-bf5c-a952-2832-e04aae95b1ae	83b898c2-1e34-b327-e233-d72690a75c95	Ajkliih 279 179g97619zh1yk9y06z40627df13tn2o	2026-08-13 20:28:06+00
ca5dc295-54cc-1eb2-4fc0-6a4ad22657b5	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	12769ca0-1508-baf5-e47a-61b428348d5a	Osoqwjf 270 62233xh2l2am727y117p899zfbyy7pm4	2026-08-13 11:17:18+00
b4c59048-00ef-1af3-e567-ccd0e4f4a1c9	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	53f88eea-7389-0e25-f77b-51278bd5c1b8	Arqirae 276 d368n3ullh7n971009b9mvp3gz20463o	2026-08-13 10:28:44+00
41eb1a71-eaf9-0d06-50a4-9784612f02cc	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	e473510c-4484-fb9e-5b76-32afaf483c71	Prczplm 276 53662p478t7w62310u49py1a5c713o4m	2026-08-13 05:32:53+00
72792a0f-d8d0-e00d-7cd1-2e2ae56d41d7	bfa16937-270c-d920-37f3-d9b82c604fb6	9caee790-6ff5-9ae9-fbb6-3616d661b615	Lwjfbju 272 18a7266n56yvg996318ig01u3024n651	2026-08-13 09:14:31+00
26ae46ca-edd6-3798-b915-02acc1d22b1f	65d0b103-bf43-cc78-5f7a-3201f2084abf	495259f3-4863-3894-c2af-307a24fee167	Ysagwik 273 3j9hww4fz1iu03tg9y5bqoe618na6213	2026-08-13 18:19:56+00
0922cf66-dc9a-e3a8-8048-85c378cea20c	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	60b6396b-87c9-aa7a-42cd-ab412efbc915	Wjzftuo 276 2yz96616p77v9zs065w909180t8ssr38	2026-08-13 09:04:48+00
345e32a0-7497-cc18-a2d9-560553daa83a	e9b7b31b-95cd-7672-eafd-ac499a088f0f	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Epuiutk 273 4t0954f2i8p57sru6l14i9873727nc66	2026-08-13 17:04:26+00
91146617-ed0f-abfc-4fe3-d977a1a77833	7f63515c-88e5-55f4-38de-55d099e7dee0	905a404b-a336-9b2a-c584-13d302d78305	Fnubvts 277 69832909p7w4158d259124h92wmjwft3	2026-08-13 05:51:00+00
9034a145-630c-5a50-9c18-0f5410357b63	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Bgsgjep 289 i716562544l3pl9705z4531855e38k32	2026-08-13 07:07:02+00
4f4e755d-d438-9a59-a472-dc944695b6bf	4bf72314-0713-0776-8039-d24236467bfe	cea0f525-9625-0313-cda6-23d8d2f0f15d	Usyxwfr 283 uhrk1v9ar902j45xe8cm941hw1g45600	2026-08-13 20:42:02+00
18b3e806-153c-f258-8533-69c760d7b543	81c4f485-c1bf-de27-bae5-3421d9e4e46b	8554e4f8-055d-021b-c3d0-522014b465d4	Sfzrbwg 281 nml7m25t8y3z43hztu9m3ui7a2kv5485	2026-08-13 17:43:11+00
5e9445a8-da08-7221-1c1c-394b8ad1a046	344f67f8-66c9-2083-36bc-d742a759ecd4	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Ntgtzob 281 6eau0f2274u775srjrjh5bb0pv176b27	2026-08-13 19:54:39+00
de70e62c-2ac6-5bc3-96a6-86003dd12b8d	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Owopztw 287 k7y09t0a2xew7z81670180uz9mic8486	2026-08-13 17:20:28+00
fa6daa76-eb85-e26e-26ba-945f0eabbf52	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	78920153-e76e-a4bb-6c59-b49cee2c162f	Bwypndi 284 lk0158eiu93b01kv83t23s0u594i7z47	2026-08-13 04:09:05+00
b68ffe68-1fb3-e871-1b4a-84e973d65324	31d69187-a7b5-fac8-a3de-4b293b0dfb72	0613287f-cd61-254f-f9ad-9f04189fbc80	Jwbdwwy 287 g6u154x5r0b349w4dqzppv2v52bn178d	2026-08-13 04:45:31+00
f19de70d-7c00-68e4-5ab3-1394af42723a	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	987d06e9-a20d-1ccf-768d-75b535d4e868	Urursah 282 n7e9363d53z76anau7dizk005fk9zrk2	2026-08-13 21:11:28+00
f01d04a9-c9cb-f2ad-6129-03b3fcf262a7	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Twfvbth 284 65dl599717js695224l02da3n6865c28	2026-08-13 00:09:51+00
955701d0-6a8d-fff5-2c49-4d291770718f	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Bmfzlxu 283 b102flj349625o3k1686k16ybx990nub	2026-08-13 19:09:42+00
d46d7400-a944-0fd5-2c04-49911c4752a4	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Nrssyup 290 rhrsz1n1mouj0l3i97f9572a867esk0j	2026-08-13 23:10:20+00
564b3102-eadf-a77f-b28a-0328be519d54	6a814f05-097a-6b13-9ad9-11b777b5d17f	fbbeba3b-f170-d528-6689-6683b586a23b	Vejvjae 298 7zuja2107095hi4128s293d6xg0695mj	2026-08-13 06:49:14+00
bcebe49f-bc69-cf24-e027-f5fe7730c68e	bc4b9935-b9c3-1f91-7529-cdebefcb635b	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Dxylcdh 293 0o8378o7z9v2i274q6n8379709e0773d	2026-08-13 18:15:37+00
821b1d3c-56c0-ec76-55aa-3bc59ba4a988	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Ekazihr 299 5ze01d4jno0u2l070x85hojsg356kj25	2026-08-13 04:29:18+00
09b608b1-86ad-9050-7458-ecf81a44b777	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	354131ea-6fe0-7f31-2283-6fa90fcde748	Exfwbjy 299 238n81pz64102391vh4g5we135iy0dbd	2026-08-13 06:35:32+00
ae75fa24-b76e-0dcf-42af-f9dd84bb95cf	151c4f5b-fa3f-80b3-b964-37748e1448db	bf556bc9-5126-3f8d-60f5-699fa1641b17	Uvbnzpy 292 1u6m4874666f6phd79itqi2061pux350	2026-08-13 07:01:34+00
d2bb0c5e-227e-8917-8d60-6d8869e49f2d	4cc7d845-6981-d896-bb73-72356878babe	a30b3ae1-3887-d416-0965-5d4c910d442f	Qcaalnp 291 lqnm7eiy1251962vgj0gbowb78in1yy2	2026-08-13 07:43:46+00
0facc777-b6a9-13ac-9710-f53dbd0b5c31	7f7aec09-123a-f4b8-38de-057ae44c2703	95de1407-ca14-758a-3d04-4b05413f4bde	Gsskwiq 299 g9hp0174t330867510p23x528x432509	2026-08-13 05:54:25+00
2f4650f8-c258-6907-4a3c-3ad11d895aab	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Bwqnfoz 290 69t186qfb62j74806p6w08572347a40f	2026-08-13 01:04:30+00
5a0608e6-7482-8c71-947f-ec1dca689efb	ef9836f3-33b9-ca31-4e4c-37354af5c90f	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Kqwmizy 295 q014cbp01s14q9f1e95994k88qg14p95	2026-08-13 14:06:49+00
d3de7699-6ef9-cb91-daab-f6054b31a5f5	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	Zpfbzru 303 25yvn18i919590jh59z82xz26s385fwj	2026-08-13 07:47:50+00
a4f1c8e0-b8b8-94ee-2f81-541fde5134b3	f675aab9-ceab-2699-f6cf-2c35a52f3423	cb16f301-0e4e-04d4-24b9-903533f9b5db	Cahihge 308 iyjq6pj17gc83ic82bzjj5436jd4qu5v	2026-08-13 13:10:10+00
85b5f0f6-8f38-00ce-328f-60c3a6f0d7dc	55241554-0cf1-3ee2-110b-a1b6c0f8fede	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Lghlutr 300 3mrc3gr2h7s88op41v596b051muea3p5	2026-08-13 20:52:14+00
f6bf0937-fe7e-c416-17ce-c174d9c8fa45	7477ab11-eddb-85c2-39ef-340ed7263d30	cfec80ca-7142-52d6-7b28-c753c7957c6c	Oylciqu 306 84m76o05968a895vpzc67i1bfx2f2k2m	2026-08-13 08:47:50+00
8eb99608-8e6a-e24e-0879-c09f416d7839	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	4345b3ad-23ef-22bc-1e5e-92943c098263	Qdvydjq 305 t9e4022qj7fwg2c7997c2193h111p45m	2026-08-13 05:09:22+00
4df34b4f-7d5a-ade8-dc7f-d1d6ebd6a635	3ff1f087-8afe-a47f-f6c2-644991b1fa23	7c84e8e2-a854-224b-4513-67f04a608d49	Cmddtwi 308 ae23h4f7o7y2k67a887ej5s7yn9l5315	2026-08-13 01:29:29+00
8b33c67d-b710-6d32-ea91-b5cc5f7cafbc	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Usrjmxq 308 6e2z19998w163j146d22k7q368352u50	2026-08-13 12:29:34+00
ae8ea5bf-c927-42cb-b207-0ad77c062b5b	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	65805c1a-f51c-2113-e70d-1d4db57d804c	Facahuu 301 674mhiv48646b00ci4k375809spm4c1i	2026-08-13 21:29:24+00
404fce8e-321f-65eb-6c99-3aaedbddb310	902a4756-651f-851a-38e6-d9ff3c4bd5b7	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Xfjjwzs 301 b1e2y0p0pl1l9cs472xcu5k65t80z439	2026-08-13 10:48:03+00
b0aa5256-e8e6-22d4-2390-90fd92e13ac6	1905028c-5d35-e6d7-a1fe-16b899f4fda9	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Qfbtbzc 301 6fw3929us1r0yg207d7a13482uev3d93	2026-08-13 04:32:34+00
7ec39c22-522e-6d6e-1fc9-77950a18e41c	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Gkzcvtm 314 815ur32nm8eb31f7h58rjfy04766731t	2026-08-13 04:21:56+00
1d6643af-1c16-ce9d-e643-da9fd4c8a68a	29e6fdea-3495-b50e-8e3f-8391cb207f42	83b898c2-1e34-b327-e233-d72690a75c95	Iriqfof 313 c8w9743k5815o39k4t4v3o5226uww23z	2026-08-13 18:19:48+00
5eb5530f-46f6-e9f8-ec7a-03dd970fe1eb	9b77cd81-80be-eeab-4cf2-1cee75046f17	12769ca0-1508-baf5-e47a-61b428348d5a	Wymqtvd 317 i71q7b7083v6n96w243044a8407c3730	2026-08-13 19:50:07+00
5c0200dc-9115-4448-3a41-b32855074eb2	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	53f88eea-7389-0e25-f77b-51278bd5c1b8	Tyiebpy 315 9xw8s9d55kz6m5mwj54023dhd0172730	2026-08-13 11:35:36+00
7276ba68-5546-ee45-a21b-e8dd634cf67c	3c8c25f1-3efb-6db6-2b70-b52d074a502d	e473510c-4484-fb9e-5b76-32afaf483c71	Ezhepvl 312 u3404m13246g3a6ih8w38q72k42onkgu	2026-08-13 19:39:00+00
2cf4b2a6-663d-e32d-b156-07bfa657e1e6	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	9caee790-6ff5-9ae9-fbb6-3616d661b615	Fatshjh 315 71l6e94o4t03si267wm777512859628r	2026-08-13 19:54:59+00
230f9e63-6c97-471d-7b6c-51b41d38cd8b	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	495259f3-4863-3894-c2af-307a24fee167	Lfjqccg 314 9927069wqf2a766148jx7n2j5t1x4767	2026-08-13 17:36:18+00
b28215da-7cb6-632b-b827-60427af9183d	7590a46a-e682-934d-9fc7-650defa807cd	60b6396b-87c9-aa7a-42cd-ab412efbc915	Vmcilgi 318 e7v9m8sy94i6770qzl1w15t82r989ffc	2026-08-13 07:45:49+00
09f477c4-65ff-685a-d5a6-761aed721fc0	49bbe0bd-a228-e7c6-edee-054f30e9019d	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Xrqswhh 311 8b50ir751gv68fhk584u24850826392r	2026-08-13 19:17:04+00
efd06576-2a65-964b-d3b7-bb3ac94aaf51	e0cf83a3-195f-324e-3879-c1a4a6922601	905a404b-a336-9b2a-c584-13d302d78305	Ziqwmmq 311 93w8620703d7583yni31f27sz811ty0w	2026-08-13 16:12:42+00
df68c133-2598-84f3-703d-3ea62fb86e86	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Cxdcalr 324 g43j34h220gl39jod3j7252p50542540	2026-08-13 20:38:25+00
696f5c91-0e3b-9515-d8e5-ff15d2991288	caf6a9e9-b4b0-4f03-eb38-fd9840276792	cea0f525-9625-0313-cda6-23d8d2f0f15d	Muhcuas 324 i228r58jsr9wbxtj3p9j4088socd7ifq	2026-08-13 15:04:01+00
aed5937a-1225-cecb-c230-cdfdd08803e0	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	8554e4f8-055d-021b-c3d0-522014b465d4	Ypqhndv 324 4n055k07d2x491g28313t1b406hwk6cy	2026-08-13 09:44:42+00
e11deb16-d1fc-dd56-89a1-7008b6779430	dc54fda8-5864-7add-3e55-d69af60d7678	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Hgkycuy 321 63w189xokx5w6h755x74615j52q62b1u	2026-08-13 03:21:49+00
6e78f3e3-f9c9-b3d9-b956-9d752245378b	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Amkozfh 320 oc34402462es9810b1m3429gj76c7594	2026-08-13 21:26:22+00
08ddaf27-f19b-7633-c718-607b17aea558	9139d8ef-27b3-04c7-0a75-d84910ad46c8	78920153-e76e-a4bb-6c59-b49cee2c162f	Sobttwh 323 s6376485wmhk59768t467a3072653059	2026-08-13 21:01:55+00
3c09eaab-e4cb-4e49-a019-6c7e2b1fa460	34ef66df-293a-3cf4-327e-504581185b03	0613287f-cd61-254f-f9ad-9f04189fbc80	Wcqenkh 324 64e46028052e93dv32jzho9856l592g0	2026-08-13 21:29:42+00
f2fe3661-7616-3f75-f7ae-94eec9a6ae53	7bfa35dd-0355-df3a-e582-32285ac16042	987d06e9-a20d-1ccf-768d-75b535d4e868	Bucoudz 324 3z3g0xd22s98c5n47r5761xm8v09v58e	2026-08-13 21:37:07+00
7346a3c8-91b3-9e3c-a516-01355bbab5ee	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Mlmfqzi 322 874656764177680y23m75467m745084o	2026-08-13 23:32:36+00
389520e5-72ec-8a3d-0278-87441a1dee9e	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Gzskqww 326 g65i3a268n68ng0231632u38kdu9g8ln	2026-08-13 22:03:05+00
e2b30a44-a340-e5d5-584a-aefe409a9168	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Zmtcbru 330 90s84vdk8r8572d1p9p6fxc4z011f75i	2026-08-13 19:37:52+00
738b3415-5cfa-751c-daa6-071674bc4875	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	fbbeba3b-f170-d528-6689-6683b586a23b	Jnomyem 338 h897m36r098l20997t1c05l0m29j9570	2026-08-13 23:59:46+00
eecf7404-3c70-8e82-b6c8-645ec40dde3d	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Jbgwssp 334 298ul023300ue4a91r72um0c2781cvsr	2026-08-13 20:30:01+00
d1bf9fd2-0634-f213-7b68-06047f7bb419	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Niumaop 334 115cef2c7f9dkm6v10ckbuo36d991g5y	2026-08-13 11:57:58+00
f025ab48-6073-5f55-0c2e-421f942fa147	6103e7bb-f2d0-c29e-bca8-c421ac49973d	354131ea-6fe0-7f31-2283-6fa90fcde748	Xbhiixp 332 0y5mo9e21v3616uxls19c36ihg69ii42	2026-08-13 05:58:56+00
5fefcb66-5c1a-3804-0312-a7318b3fff9e	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	bf556bc9-5126-3f8d-60f5-699fa1641b17	Irbpdzq 330 035y9m30k002e3j9615qxd0wass7eh0i	2026-08-13 22:30:33+00
602676e1-8819-cf87-e89b-51cba18370bb	03ca2af6-6249-9cc6-2eaf-1772a126630e	a30b3ae1-3887-d416-0965-5d4c910d442f	Vfzvoxe 333 0432zg896556572564z602xx7f1937ku	2026-08-13 05:38:41+00
b44f2b87-959e-9f80-3a79-7648052a2e1e	6443fbac-1268-99d0-c742-b383419e3269	95de1407-ca14-758a-3d04-4b05413f4bde	Lkqmiox 337 qoy2g187pa938x2ne02x5b5byu468g3v	2026-08-13 10:12:00+00
6c2e34ef-90ed-9e24-db88-0301a9f3d617	38e405c4-661b-8458-0453-8f609aec0c0a	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Rtdxqoe 339 q5kj8e42qm038hb2x63152vkl74d4804	2026-08-13 11:37:44+00
6fc0efa8-c271-a4f0-ac47-007a8314dd73	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Pubfowo 338 8l5id5osy16644n1rw451666iw52cla3	2026-08-13 06:19:42+00
14cbbc5f-3242-5aa4-3273-baadbf3827c5	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	Oeluthb 344 9j3v2x81900f47h8877sg899v1l40g8x	2026-08-13 09:18:49+00
c707d3ff-62ab-97e3-eb80-1ef58a637cfd	02d23186-4484-c9dd-47be-6f0413bf7158	cb16f301-0e4e-04d4-24b9-903533f9b5db	Wdascqu 349 59006kiw4xir318n74nf01804pc432ot	2026-08-13 03:44:21+00
24af512e-0b8b-d109-6988-2b7e9471f02f	39aad169-53d6-abf5-419b-d629742da3f4	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Hjmdkqk 347 opo68f7711jz1o28348754jdc3g7z3oz	2026-08-13 07:56:04+00
a2d81d9a-90e1-c75f-9113-8b051acc8794	0d897916-e912-0ce8-3de8-26510799ad69	cfec80ca-7142-52d6-7b28-c753c7957c6c	Vpnbmjz 344 o147p50r1e1a8382m4a1svi3srf36450	2026-08-13 22:53:42+00
e3c9dfa2-ecb5-b64a-55ff-8685b7ec519e	e9e5a810-fba7-f7f2-e662-1bf250fb7004	4345b3ad-23ef-22bc-1e5e-92943c098263	Iajhieq 347 9vai2s4b2p3h13524s379l8hk5we5zfz	2026-08-13 06:59:09+00
14e1e184-a739-d119-1dbb-b2847967df8d	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	7c84e8e2-a854-224b-4513-67f04a608d49	Dzdlydf 348 lq955840azm2djahs84wxz982dda8t64	2026-08-13 03:29:05+00
4ac1bfcc-6e14-c889-835a-51b74b06adfa	62135eb2-a6f2-98f6-a08b-288b096d775d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Btfdosz 348 6w89egb94k6bj39sz2g740ng6mei6332	2026-08-13 11:09:24+00
dda3a57f-5ad1-de35-54e4-e9f5c78e61f3	4fd16547-30e9-8f49-f928-54a1a6de12f6	65805c1a-f51c-2113-e70d-1d4db57d804c	Yxfyxrn 346 780o56l29j1pq48m79nf88073j696907	2026-08-13 21:48:01+00
d5655520-8edf-3deb-fe60-9fbb51b9f3c7	327d7eeb-50a0-a09a-607f-bdb875921a02	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Lsbyzqs 345 12u437404p1111578920846022q85c74	2026-08-13 12:02:11+00
19d92a0a-9927-bf82-99c5-73fc5be67b1a	3f784102-2a00-26a8-ece5-0a123dd15acc	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Iauimlo 347 4fe1w9801v85i32436754c9rt0b0616g	2026-08-13 08:01:05+00
06877b12-73df-193b-6f09-6d3af18af155	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Vginuqz 352 5199ta5u448e056yab67tk3785u20g45	2026-08-13 18:55:30+00
5d663aed-3e1f-b5ca-e45d-8ccf9a9dfdd8	27131edf-07d4-5925-1544-98ca439b3e1c	83b898c2-1e34-b327-e233-d72690a75c95	Dfuppjb 352 l1qoe444585cwe51hxgei027n815i6g6	2026-08-13 11:03:21+00
34bae535-dbb8-d001-6b82-f1129b855800	f81004fd-9bdc-37de-1e3d-5721647fcfc3	12769ca0-1508-baf5-e47a-61b428348d5a	Dhlpkpe 350 2zk6da7272c120t3s676gk68m56c3wb4	2026-08-13 15:35:54+00
a4f6b50c-ddee-fffa-1c6d-5f6b9c1e09f8	1c034bb7-058c-cace-6a7c-2086d323df4d	53f88eea-7389-0e25-f77b-51278bd5c1b8	Sdauvxt 355 l5t73071497x851ctl8w07w4r39f0795	2026-08-13 01:20:38+00
c8f5f8f8-d06e-6113-25ee-1f94b66fd4d7	54d2cdf2-23bb-6870-8d94-bd82693102b1	e473510c-4484-fb9e-5b76-32afaf483c71	Asypohu 352 e5977090f3r70zf400ms5o64x9niy930	2026-08-13 04:31:56+00
dbf9ea76-710c-e4c6-87f2-1d8359649583	7b63839f-f249-0135-894e-c7c99de689e7	9caee790-6ff5-9ae9-fbb6-3616d661b615	Btxtspp 353 j72457fx76290665qc4v0279u8102012	2026-08-13 22:08:42+00
a69aafd4-ea83-b300-acb6-2f1ecf883f59	aa50c859-fb40-60b3-a0ef-6362d022acca	495259f3-4863-3894-c2af-307a24fee167	Tilwhge 359 496n2434239oh3129fp13738b26b42x8	2026-08-13 15:02:40+00
af208dc1-2221-21ce-8726-7ff8f84138fd	7d343217-7eab-e94b-75f1-afc651ecfce0	60b6396b-87c9-aa7a-42cd-ab412efbc915	Wmeypnr 355 304c170v06bdy0ln551921964k6itug6	2026-08-13 20:31:21+00
ebf1039c-a9bf-26e6-520b-e6f45d633367	b7cb7124-2206-8350-21fa-eb9939dcbda8	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Bjmebfq 353 5j5l9016hde02t7i4im696r49j8559t6	2026-08-13 09:49:28+00
5c832264-3155-35ed-16e1-d537565fe3ab	91e40a3a-a0d5-a7fc-790d-0331d2627709	905a404b-a336-9b2a-c584-13d302d78305	Zkwqzau 355 5qqsk8slu33i2464z17y5zz379cb7ff9	2026-08-13 19:15:57+00
de671dd6-33e6-92c8-31cd-88737ac43e3f	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Hwjebps 363 9z19w04c693f6467e3yhyi5sdfb178r3	2026-08-13 21:07:32+00
4ed19762-fb89-b916-a3e3-bf4684943242	f8c7654a-581b-7503-5650-792c020fb9fc	cea0f525-9625-0313-cda6-23d8d2f0f15d	Tsqznfv 361 n134c5mf7g801dgk841374406e35070b	2026-08-13 20:22:30+00
41a00c44-a444-baaa-ba06-04170cc9eba5	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	8554e4f8-055d-021b-c3d0-522014b465d4	Qbqsndq 363 v051u9w4ob9c274r6598nz6xwl18zt56	2026-08-13 03:10:46+00
de0c3e0c-e00a-5996-3baf-bf0a6f221d58	f736bc66-02d3-9bfd-8a75-c378b0277dbe	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Cwwmvge 369 zi5ij136090y6bf1ddu9uy0424682o62	2026-08-13 14:45:41+00
5ce48939-c822-2cb6-c5f3-87894b1e1d7e	5b07f3ea-1005-21f0-5829-0aeab697e3bb	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Uwxicas 361 29r09s0369btnmyke80543e9w2838yk6	2026-08-13 14:52:44+00
40ad2c83-78d8-e52f-4903-f5df59c7616d	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	78920153-e76e-a4bb-6c59-b49cee2c162f	Vxyvbfv 366 fuumm8616779a31l57117qy0541d5qh5	2026-08-13 10:12:11+00
c726b33c-3ed4-ae3f-64d3-67b98b4f7eee	8f156e52-3c1d-be62-dea8-4b7378f0a62b	0613287f-cd61-254f-f9ad-9f04189fbc80	Cirphka 360 30137h43p3vx6i075oei34je771k9h48	2026-08-13 11:58:58+00
4778a773-90ff-6c2d-6de3-23528c6405d2	1b1c0660-c36d-da27-c702-2a8c3783e8f9	987d06e9-a20d-1ccf-768d-75b535d4e868	Wlxoisb 362 3q6448w8cr9ri6ik8j5jn444xj19u2w4	2026-08-13 08:28:58+00
53bc56b2-f69b-2db7-b474-ea16c8144b8e	82998eae-22dc-266b-8b8d-be80135d4efb	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Ampplne 360 4t613841l80666ey3t430tt56e003qx0	2026-08-13 19:32:25+00
0694d4c4-bf65-f481-fe13-4404a103e263	104873c1-80a0-8ed0-9f15-7c45de7708ea	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Qivmsdi 361 v17063s2ypvx5r326m8vwb1uq30fu33k	2026-08-13 02:03:31+00
0b34ecc7-b104-6bda-970b-780ee8ce4d56	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Zwjgbxl 375 61qu231u823g4zv7ot18rfndwonv1rf8	2026-08-13 08:20:14+00
7deb6ce1-9e57-d791-1f8a-0e815ac14d0e	30dcda0d-bf5c-a952-2832-e04aae95b1ae	fbbeba3b-f170-d528-6689-6683b586a23b	Vdetkgd 379 1e2z02lp0fjvdk17nkatqld287b4s710	2026-08-13 00:34:58+00
bc843461-75b1-3dc7-3be3-59380975f9b1	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Xjeitpg 371 6vk7lw0109nylv897410p39486a4zpt9	2026-08-13 02:07:15+00
969cd891-2dd1-bdd9-7983-9cfb2f36451e	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Cezovte 371 7k409q011058bxhi70u6838663x187c9	2026-08-13 13:49:23+00
8291ce5f-336d-0f27-1577-22bd9b816bc2	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	354131ea-6fe0-7f31-2283-6fa90fcde748	Mbjxqvc 370 69gg90693b012049s881005101g561i6	2026-08-13 15:05:28+00
45494728-4cdc-073d-a165-29fff09305db	bfa16937-270c-d920-37f3-d9b82c604fb6	bf556bc9-5126-3f8d-60f5-699fa1641b17	Gcewqbh 370 sv6y7o38405ul83t0058f8uf56g695n4	2026-08-13 02:09:06+00
e8353702-ca17-31ef-23d4-4652abde75c0	65d0b103-bf43-cc78-5f7a-3201f2084abf	a30b3ae1-3887-d416-0965-5d4c910d442f	Sewcaru 376 v4iy19x25e76p713o06173t0731446vw	2026-08-13 01:10:35+00
263c667a-5ab5-b4d5-62fa-36e36b4c134f	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	95de1407-ca14-758a-3d04-4b05413f4bde	Kgxlldd 375 9zstc4bx13u1jh37l4f46b135gx64o2k	2026-08-13 20:02:22+00
5a7bf78c-3180-6da5-c755-1ebe3b1e3b8e	e9b7b31b-95cd-7672-eafd-ac499a088f0f	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Rfwvchb 379 70z399z1417um3368869c612x791b272	2026-08-13 08:41:20+00
06f3c57f-46f6-c3c2-c656-825e1487f2f3	7f63515c-88e5-55f4-38de-55d099e7dee0	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Aqrtjrf 376 75ptqd008033200b969126zf88k1p1t0	2026-08-13 04:42:05+00
597ed88c-1741-1558-9fd4-71aa0d656065	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	Ucrqhwc 380 4f01925d234lc6d42e8w0997sjk9sa37	2026-08-13 12:39:29+00
98886b66-67ab-b03f-88fc-f5e22eb96d41	4bf72314-0713-0776-8039-d24236467bfe	cb16f301-0e4e-04d4-24b9-903533f9b5db	Guvfwpb 382 tw8zit8xmdx5nn608w2c5k02cq2m5380	2026-08-13 06:53:26+00
137c4dc1-4c32-8f8f-2272-6c36cf43ee33	81c4f485-c1bf-de27-bae5-3421d9e4e46b	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Unrzidq 387 4s880019y339k8570ya8215e440t624t	2026-08-13 13:33:26+00
bbaa7aac-5bd9-071b-7266-f13638e93b8f	344f67f8-66c9-2083-36bc-d742a759ecd4	cfec80ca-7142-52d6-7b28-c753c7957c6c	Svztudt 380 u9pvko76u04zwa7iqc230888dgoy01es	2026-08-13 14:21:05+00
c732caf3-cb6a-e6d1-70e8-0365fd8e00d0	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	4345b3ad-23ef-22bc-1e5e-92943c098263	Seylvcc 388 32ma80oylg4r29g9j332vy408q4bq84h	2026-08-13 08:50:25+00
73b29d00-e482-7728-d0e7-9099c1b25230	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	7c84e8e2-a854-224b-4513-67f04a608d49	Tmoqdok 388 iu64vh62hv49s5i68706215599i50484	2026-08-13 21:52:18+00
dfbfebaa-cdfe-133b-fa11-74a3455b2779	31d69187-a7b5-fac8-a3de-4b293b0dfb72	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Wswzlxu 384 201w52rz8600nnjinop6e860d063kj18	2026-08-13 10:32:09+00
f12e95cd-ebce-12f6-fc8c-1444efde658f	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	65805c1a-f51c-2113-e70d-1d4db57d804c	Emypeuh 386 4x8g2520smq3492m3171obvs06008l1r	2026-08-13 17:44:01+00
722ac904-b296-b15b-18f1-13a33b8ff55e	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Brsqafn 388 3i730x915lw374m35z01u370556v8rr6	2026-08-13 11:56:49+00
6a73d6c7-d3a9-7430-4365-f383959cce4b	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Muceuvi 387 8wz7ea1q6621r2m59c597g938n5214ow	2026-08-13 06:48:45+00
b1e7f2b0-74d7-1673-3041-5c01ec356e5b	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Uauieuu 397 il8pm8hh15270737960v7y9jv6472bvv	2026-08-13 10:38:10+00
4d8e8fd5-4e80-5105-03a9-aa46268df1ad	6a814f05-097a-6b13-9ad9-11b777b5d17f	83b898c2-1e34-b327-e233-d72690a75c95	Ojcjbqx 395 n6y93284id6j8fm264v22344icur0ap8	2026-08-13 21:01:58+00
f693bc5d-5031-f2d1-6155-ac8191ce3a6e	bc4b9935-b9c3-1f91-7529-cdebefcb635b	12769ca0-1508-baf5-e47a-61b428348d5a	Kxnetke 396 w51438448ha8740uep2sc9jg425ld92m	2026-08-13 17:18:23+00
6331f1db-641d-efaa-3574-d85c3231097b	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	53f88eea-7389-0e25-f77b-51278bd5c1b8	Dabekky 390 5t2c154433l5b285g6o76u3vji125988	2026-08-13 20:50:23+00
f390eff1-10ee-75cf-f590-bc6b786e1007	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	e473510c-4484-fb9e-5b76-32afaf483c71	Kexfizx 390 05k73a34e928937kxg8yx79o75ip8769	2026-08-13 08:37:25+00
b69a6d37-0917-b20e-7ba5-7ecd992b2d16	151c4f5b-fa3f-80b3-b964-37748e1448db	9caee790-6ff5-9ae9-fbb6-3616d661b615	Xwcyrrv 398 kp6542290h33g85w51r6815l554u3xn6	2026-08-13 14:17:44+00
887b5ea2-5747-e71f-c89c-cc49a5012c25	4cc7d845-6981-d896-bb73-72356878babe	495259f3-4863-3894-c2af-307a24fee167	Viqxhkl 397 lrl1c1836521q4t5t580oi7za9ycggze	2026-08-13 04:36:52+00
9db02e77-0c97-73ff-877f-f26888e13ae8	7f7aec09-123a-f4b8-38de-057ae44c2703	60b6396b-87c9-aa7a-42cd-ab412efbc915	Ahtmikg 395 38w9023yi3n2i98k0op0d9z801301ex8	2026-08-13 06:18:38+00
0ec5eb4b-e61f-a3ae-ce04-9bb6b9a8700e	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Lfrpzqt 395 j77108u5m07119mhh589m0957tr32z84	2026-08-13 21:46:28+00
8ca61cf9-0735-a871-32ff-3f0f4cc326f8	ef9836f3-33b9-ca31-4e4c-37354af5c90f	905a404b-a336-9b2a-c584-13d302d78305	Imfpgug 393 ffpd91fd49noh385121810agn1i3835w	2026-08-13 18:58:10+00
fc8b0494-017b-7fae-080e-27d68966b726	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Jzahsrs 409 595uw6eon85p80yx4c90g98u5m5s1i66	2026-08-13 14:17:20+00
6fd1c7b0-a9d8-d810-d99e-007dce0556ba	f675aab9-ceab-2699-f6cf-2c35a52f3423	cea0f525-9625-0313-cda6-23d8d2f0f15d	Sdujruf 404 u2326lg9ggxya7fd3hy22hmyy5d799tk	2026-08-13 03:45:28+00
eaadc1d2-6d8b-05fa-a0d7-d1c45c19a05e	55241554-0cf1-3ee2-110b-a1b6c0f8fede	8554e4f8-055d-021b-c3d0-522014b465d4	Drapapa 406 u0ltyn24az3pz8749y09scz9iso93f41	2026-08-13 12:52:39+00
7a3ae6c8-983b-30b6-6a8c-f848ef37e26e	7477ab11-eddb-85c2-39ef-340ed7263d30	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Disihob 409 58u1p23ux29l386n5341d8ie08nt2e66	2026-08-13 13:27:47+00
ebf7d2a4-4d2a-cdad-8111-c9706e0ccf48	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Sbmtpeo 409 wn5p6y6v705752bhe31bm4i1k3079y92	2026-08-13 13:35:38+00
605d98be-b72b-b573-427b-7f4f3bd9d54e	3ff1f087-8afe-a47f-f6c2-644991b1fa23	78920153-e76e-a4bb-6c59-b49cee2c162f	Zxvzatq 408 76o5oe8a8xirx30c838172o835i93la3	2026-08-13 17:30:17+00
8b52093c-0a2a-2e17-721f-a734a4d7f116	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	0613287f-cd61-254f-f9ad-9f04189fbc80	Hqecgrb 409 q276405u65wr3804f245b30r88i96mx0	2026-08-13 05:34:48+00
f05aaa64-535b-0f8c-a789-29af474b3435	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	987d06e9-a20d-1ccf-768d-75b535d4e868	Tkacjdc 402 h83r2f0n94l7l358qc7331r162593q0c	2026-08-13 20:57:50+00
b37aa083-94ff-bd6f-b695-d3c7a9d1a19c	902a4756-651f-851a-38e6-d9ff3c4bd5b7	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Qtdhdmm 401 s3i6m3o8oxgz6716w6s06b65t4z940k8	2026-08-13 22:44:25+00
200d5726-e966-1f7f-83d1-1a8e02d2fa98	1905028c-5d35-e6d7-a1fe-16b899f4fda9	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Dkvisup 405 72035f95016x85p5qa1v581vba4gfg48	2026-08-13 11:47:05+00
1b10131b-2e1b-3540-c740-4ad4c046df38	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Neubmqn 414 32x329aw1t48921ck153c8623u44303x	2026-08-13 03:31:07+00
a571b398-71d9-7838-9f44-89da187b1bb0	29e6fdea-3495-b50e-8e3f-8391cb207f42	fbbeba3b-f170-d528-6689-6683b586a23b	Ybtkprs 411 ll4a86u8qg66945f2d90h09s7283c4l5	2026-08-13 20:58:24+00
0253f74d-df60-1b7f-04d4-fff6971c0e30	9b77cd81-80be-eeab-4cf2-1cee75046f17	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Doinfwy 418 79391g02919q4a9wlm8v332799275666	2026-08-13 23:41:56+00
1badc8b4-421d-f0ac-79ff-c08adc3c8f97	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Hazhkfh 412 a88rkb3381re18j1927150h65545427u	2026-08-13 18:17:43+00
cdbaf384-14af-af02-9629-72f72e3d263f	3c8c25f1-3efb-6db6-2b70-b52d074a502d	354131ea-6fe0-7f31-2283-6fa90fcde748	Tovdaco 410 9r23g3m95w31d9548j7z447dzv06y750	2026-08-13 23:43:54+00
e9fe066e-aba2-bb73-bb04-d3f14e3a79a3	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	bf556bc9-5126-3f8d-60f5-699fa1641b17	Dimopey 413 37672n12v94a9e5i14syn798517m0408	2026-08-13 13:49:02+00
5266af53-5ca8-9b4f-0d00-e1b69b63fa31	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	a30b3ae1-3887-d416-0965-5d4c910d442f	Jtjzrto 410 m471z42b5fv6g5430382w99ou648qx63	2026-08-13 01:49:14+00
bd1fad5f-412d-9ae7-f674-c7a62d6a6228	7590a46a-e682-934d-9fc7-650defa807cd	95de1407-ca14-758a-3d04-4b05413f4bde	Nstsbtt 418 9xaa709m0j759zo8363mgz904a238b21	2026-08-13 12:17:40+00
6cf0523a-ea0e-bd6a-e5df-8a1f45c74686	49bbe0bd-a228-e7c6-edee-054f30e9019d	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Eempqsw 410 87w3jc285301g5v2602t970169721y46	2026-08-13 14:48:01+00
01e6ea23-3164-b897-cee2-cb5066b968e4	e0cf83a3-195f-324e-3879-c1a4a6922601	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Qogjwyn 415 808770g7960u0u2aq5ie06732v1089f2	2026-08-13 15:15:27+00
ed1932bb-d07e-be63-2e98-c7ed77c03a13	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	Nuuyuam 427 n3w941q30dx4113xit2rol1l2v56sr1a	2026-08-13 21:07:53+00
4f9d68de-cea8-b868-dc11-0587346b2bcc	caf6a9e9-b4b0-4f03-eb38-fd9840276792	cb16f301-0e4e-04d4-24b9-903533f9b5db	Mgwcvgr 420 862o54d519hfa7ed20ot225ud99h7284	2026-08-13 23:54:25+00
7be86408-8727-b193-4e65-9aea3f31cff2	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Bqgxywn 422 m6356t6088ctd46653913998a1i7591m	2026-08-13 08:52:31+00
9c2d764b-f4e4-529c-2d7c-c391fa3758f5	dc54fda8-5864-7add-3e55-d69af60d7678	cfec80ca-7142-52d6-7b28-c753c7957c6c	Ynpdazo 420 wx86l37630fep94zyhe777a71j6vn57t	2026-08-13 05:47:20+00
60cf16e8-fce1-0b49-7bd0-f0e0e70781db	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	4345b3ad-23ef-22bc-1e5e-92943c098263	Gvwripd 429 91h6ep643422r5wn46ezd45r6b53k474	2026-08-13 21:49:00+00
77483375-4c3a-dd6e-4979-8e13d4fdcdc9	9139d8ef-27b3-04c7-0a75-d84910ad46c8	7c84e8e2-a854-224b-4513-67f04a608d49	Irxhbya 423 3560vu59y3650amtj4956w0zg0x7up75	2026-08-13 15:19:03+00
872a7cf4-41d9-a934-dd15-4b81344c1d37	34ef66df-293a-3cf4-327e-504581185b03	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Jkxuvvb 423 4113oxfpu366440x891j60cww0e6ny49	2026-08-13 07:03:47+00
617a0b79-d3bf-77e7-15b1-b543d7afa879	7bfa35dd-0355-df3a-e582-32285ac16042	65805c1a-f51c-2113-e70d-1d4db57d804c	Fknvwgx 425 eo351x3812r39884r8w679l5v12zh990	2026-08-13 10:17:37+00
66e1119f-cd51-1e68-0cd2-dcf0ee4a5a49	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Qfizfij 425 ebauz0wb3h23679m3110u7scc4j5gb50	2026-08-13 09:07:21+00
8495df85-89e9-3c70-ce42-133112f280ff	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Iiyvntu 429 f1154jw65f856170n6tw6wkdur43j3y3	2026-08-13 05:19:55+00
5fc8ee4b-fe94-7df8-13cc-6329b1118493	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Hialtdd 430 26u17165v9i55r6j24398uv7z034d80z	2026-08-13 22:45:59+00
151537ac-22e9-7849-1be1-558609e50549	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	83b898c2-1e34-b327-e233-d72690a75c95	Pvoleor 431 9q6ks7n78to3zlk84u2thtt797812uww	2026-08-13 04:20:10+00
1fda6077-bffb-ef6b-86a3-21e919eb72a6	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	12769ca0-1508-baf5-e47a-61b428348d5a	Vengxzz 436 bqo697427bhhksp6q5rt404r136nc79l	2026-08-13 04:50:25+00
b1497bce-342c-b6e4-cfaf-83820e83ef56	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	53f88eea-7389-0e25-f77b-51278bd5c1b8	Ejnjuft 435 8k525t14n3007f96i7679870o10ei25w	2026-08-13 14:24:18+00
4c5e3646-b25c-608d-ec19-57b5636695a4	6103e7bb-f2d0-c29e-bca8-c421ac49973d	e473510c-4484-fb9e-5b76-32afaf483c71	Pfpbpkb 434 117l36jy28k769cn0537c6l1i455416d	2026-08-13 01:31:55+00
1e722208-6830-6f20-ff2b-712c4e33c31a	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	9caee790-6ff5-9ae9-fbb6-3616d661b615	Riyyuzw 439 03ktahy12sww46526550ud996o156127	2026-08-13 14:27:04+00
b6e09a3b-2f94-9f4b-dfbb-1e810c27e91c	03ca2af6-6249-9cc6-2eaf-1772a126630e	495259f3-4863-3894-c2af-307a24fee167	Bnsaqiz 433 403z82553559478ig8801h5j4228qf8q	2026-08-13 18:21:33+00
4f7ab83e-628c-3f5a-34c0-debaef0187a9	6443fbac-1268-99d0-c742-b383419e3269	60b6396b-87c9-aa7a-42cd-ab412efbc915	Xbusklj 439 4okzzf26jx1682f9g3d9he86i21776z4	2026-08-13 06:51:04+00
ce30c25e-5bf8-ff36-29b6-4d5ac2aa0c87	38e405c4-661b-8458-0453-8f609aec0c0a	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Ilbkhxl 431 n196r4z675aiop231q275e582nl4qn89	2026-08-13 23:25:02+00
5c119c12-4d2a-e079-9dfd-df720abb969c	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	905a404b-a336-9b2a-c584-13d302d78305	Hsudbzc 433 l891c7040k6f9251p1918726417l9k3g	2026-08-13 03:29:08+00
44516ad0-add6-f0d7-f9be-5ae65dbddc8c	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Wxzqlib 449 z3t709pgl1kf1g9783089b73om2ass48	2026-08-13 11:45:13+00
57fb474f-15a8-d129-0c37-d6c4aa5c5ad2	02d23186-4484-c9dd-47be-6f0413bf7158	cea0f525-9625-0313-cda6-23d8d2f0f15d	Wzjijhw 440 8yy9uao0smt79632ji87h6a1em6o107m	2026-08-13 10:32:31+00
b5e44a90-f97f-9845-f546-41923bc435e5	39aad169-53d6-abf5-419b-d629742da3f4	8554e4f8-055d-021b-c3d0-522014b465d4	Jsmgqbg 448 6677394h7t7l24g2542055n0tsa0p8u9	2026-08-13 03:03:03+00
070bb3fc-5b9e-e7d6-2755-2134cfe42706	0d897916-e912-0ce8-3de8-26510799ad69	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Rmlegwb 449 u4u32l69628eh74lz3w04p05946d2e56	2026-08-13 10:19:18+00
33a26f4d-5002-cf09-f49b-7020c1c46830	e9e5a810-fba7-f7f2-e662-1bf250fb7004	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Syqankg 446 76h5m422b6liaccq11i462094ri4gsc3	2026-08-13 03:32:13+00
ea61473b-e377-c2be-2f8d-89da50157095	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	78920153-e76e-a4bb-6c59-b49cee2c162f	Hxbxths 444 63cn89d6vmb224193on559dt5h8g7d81	2026-08-13 15:52:18+00
de0840aa-e180-ba8c-b6ab-1dafebdb9a5a	62135eb2-a6f2-98f6-a08b-288b096d775d	0613287f-cd61-254f-f9ad-9f04189fbc80	Rjzdvup 444 j8584g3543m35915434x51j06160977v	2026-08-13 11:11:19+00
ff4c81a9-d8a8-318d-6319-b905cf7123a6	4fd16547-30e9-8f49-f928-54a1a6de12f6	987d06e9-a20d-1ccf-768d-75b535d4e868	Dzxteix 446 5xn8f87e885ox9508z19364452k26x89	2026-08-13 00:34:37+00
29e91daf-7413-deb8-93e0-bc43e813b98a	327d7eeb-50a0-a09a-607f-bdb875921a02	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Lthfojc 448 p3708m32bd2o9585o25447w8gj55m77f	2026-08-13 21:18:52+00
be5dffd3-eee6-69ab-42e9-fb23cfb0ecc5	3f784102-2a00-26a8-ece5-0a123dd15acc	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Trwguix 445 8l0p974d430h577760p432x14363s0r5	2026-08-13 15:56:38+00
49f9071f-6e5b-db28-30b1-fa282b95d022	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Tnaeocf 453 lx17x2y66yvkfu8au6jw70tk07jl234i	2026-08-13 00:24:27+00
667ae9bb-84e3-48ef-3f28-85c515811f6e	27131edf-07d4-5925-1544-98ca439b3e1c	fbbeba3b-f170-d528-6689-6683b586a23b	Zjpszfg 459 5740s560852sb9y63x3lvg4b2728h26o	2026-08-13 21:59:55+00
f91102af-5563-615c-646e-993f537744d8	f81004fd-9bdc-37de-1e3d-5721647fcfc3	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Icberga 456 4w6159ja47953a9pns3o315f48x4134n	2026-08-13 04:16:56+00
eb2e55d2-c2b2-500e-eea8-7b479d95d479	1c034bb7-058c-cace-6a7c-2086d323df4d	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Wfdvvpm 452 4t9419q03shm6ch96087y35uyiw59n97	2026-08-13 19:17:23+00
dae74300-acfe-f261-65ed-dc7f44ab341f	54d2cdf2-23bb-6870-8d94-bd82693102b1	354131ea-6fe0-7f31-2283-6fa90fcde748	Aizjpyi 452 90wd5071f0tp9lz842yt3t0zkgw34q25	2026-08-13 15:52:40+00
e77529b7-551e-c359-4bfc-aab605f3e7c2	7b63839f-f249-0135-894e-c7c99de689e7	bf556bc9-5126-3f8d-60f5-699fa1641b17	Wpqzvxr 452 c05z0zzzi3k753123f8rz9321nb6v9tn	2026-08-13 03:25:31+00
08884249-e2ed-2e31-e0ec-6aaa2cd7630a	aa50c859-fb40-60b3-a0ef-6362d022acca	a30b3ae1-3887-d416-0965-5d4c910d442f	Qadjsky 455 6d27y266884n9122318usnapspc287i3	2026-08-13 10:10:28+00
1dbc10b1-d1e9-bc13-134a-ed260e3f8c94	7d343217-7eab-e94b-75f1-afc651ecfce0	95de1407-ca14-758a-3d04-4b05413f4bde	Ztoiada 453 48551ki1my7767i8x8jp4214uevxx8j9	2026-08-13 07:14:24+00
db369049-866d-4278-b710-6ec1bc0965bd	b7cb7124-2206-8350-21fa-eb9939dcbda8	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Acbirzu 458 33za4n1e08p4m24h9v7m8l51d3z7523q	2026-08-13 02:44:15+00
5923b9fe-d1d5-ccfc-0602-2cd17211b953	91e40a3a-a0d5-a7fc-790d-0331d2627709	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Ifoznpa 453 622431990n0161570447uv875u8yaqv8	2026-08-13 14:33:30+00
21316b58-5f80-4dc8-758a-461f0a69ccb6	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	Pvitzrl 465 7bv7p26z6875mu1298a5818m5orcp0x9	2026-08-13 04:17:07+00
054cf5ea-e7b4-c500-6f27-de441b072a3e	f8c7654a-581b-7503-5650-792c020fb9fc	cb16f301-0e4e-04d4-24b9-903533f9b5db	Wgijjih 462 6827a99g9y12yog5pyy19owy394n2iw4	2026-08-13 08:45:20+00
c3d48b41-5955-7f31-2a3e-86b1ab1e82d4	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Ixbnfin 460 88qq99isu2608b748317k40jy48w0e1j	2026-08-13 02:41:15+00
aecfbb6c-a9cc-f083-5311-36638e343212	f736bc66-02d3-9bfd-8a75-c378b0277dbe	cfec80ca-7142-52d6-7b28-c753c7957c6c	Imcphra 462 8589ka75fl5357hgcv9aw9xt07g0e58u	2026-08-13 14:32:12+00
05261e91-377b-90c1-71d9-16f9879adb73	5b07f3ea-1005-21f0-5829-0aeab697e3bb	4345b3ad-23ef-22bc-1e5e-92943c098263	Lshejwx 463 175345x93r7rs0cv60849202515kj26o	2026-08-13 11:21:54+00
17bebbb1-1ff7-0b55-e94a-0dca2e6df769	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	7c84e8e2-a854-224b-4513-67f04a608d49	Bbtzlqp 467 862d739o84l5r1g6j6ky1we8tk2021e5	2026-08-13 07:47:49+00
e8322266-b91a-4669-347d-3f649675efa9	8f156e52-3c1d-be62-dea8-4b7378f0a62b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Ofswwhc 461 9b0n819441j55sgot2466tww32711jv9	2026-08-13 18:04:42+00
699046c8-2792-47d6-424a-4f0069333c9f	1b1c0660-c36d-da27-c702-2a8c3783e8f9	65805c1a-f51c-2113-e70d-1d4db57d804c	Zvcpdbw 464 nyr0m3416f3n73g6613bj84p96im7z94	2026-08-13 17:11:34+00
2552e3bf-22bf-dae5-2a31-d39775dbac92	82998eae-22dc-266b-8b8d-be80135d4efb	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Yypdnbq 464 664k303y3907ou051bf3tuvt49337m8g	2026-08-13 00:41:38+00
47481b9b-fab8-2bcc-fac7-9c9fc8626057	104873c1-80a0-8ed0-9f15-7c45de7708ea	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Nkkehou 466 l412m3lt9p1587dke5xr185i2788n39k	2026-08-13 01:23:27+00
6f642cb2-abb3-4b98-2a0f-c885d828cad1	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Ljrivaz 474 862w5ps2h9686330a59b113uo3977opo	2026-08-13 09:05:56+00
c6e38b75-1726-ac70-8593-f46e65141a4e	30dcda0d-bf5c-a952-2832-e04aae95b1ae	83b898c2-1e34-b327-e233-d72690a75c95	Rfcufhz 472 7m1l83fs3k9e75fjf12s506i4ct81u65	2026-08-13 07:50:50+00
11055446-c31f-788f-de98-15a93190b493	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	12769ca0-1508-baf5-e47a-61b428348d5a	Tuarqac 471 525992llh95y42p7199xu66y576695e4	2026-08-13 01:48:07+00
22ba3ed3-f997-5609-8c7c-7db0efbfec06	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	53f88eea-7389-0e25-f77b-51278bd5c1b8	Sioxyis 472 4c52pf0725cizv76fu9u1670377928q6	2026-08-13 21:07:52+00
954863da-bffd-8e5a-e6b8-68c92f741baf	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	e473510c-4484-fb9e-5b76-32afaf483c71	Zvdumoj 476 f8zlf7481e5hp3ri5n989p52475avx70	2026-08-13 19:51:31+00
491646e6-6f42-514c-dc28-33c8a3b16885	bfa16937-270c-d920-37f3-d9b82c604fb6	9caee790-6ff5-9ae9-fbb6-3616d661b615	Btlhdmf 478 8bl4wr090089r5j7266r88ce56d2p7pb	2026-08-13 21:54:22+00
4b9612b1-94f8-a7ff-2693-c58e2b66c588	65d0b103-bf43-cc78-5f7a-3201f2084abf	495259f3-4863-3894-c2af-307a24fee167	Ltjjwlh 474 2r54gsn71t1e39co7fx1596s0a9774s7	2026-08-13 13:57:23+00
e23e0518-cd26-5258-19ca-92850d6d5aef	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	60b6396b-87c9-aa7a-42cd-ab412efbc915	Eiekjsu 473 yw3m1543bs2x4n7x9460p5m7t05u676i	2026-08-13 19:22:37+00
30da467f-e7ac-a85b-c01e-4d0a5d7193b3	e9b7b31b-95cd-7672-eafd-ac499a088f0f	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Xqamjbh 471 54944401cvow7g7m70015c49078i1776	2026-08-13 02:44:25+00
9d295838-6765-432b-1e80-cc6a8a229f8d	7f63515c-88e5-55f4-38de-55d099e7dee0	905a404b-a336-9b2a-c584-13d302d78305	Qqrtsvt 476 0vz61oq16f8adhju57xkzpmujz798185	2026-08-13 18:15:13+00
2b0ef093-8d9d-7687-0e47-9d174bdb50b7	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Fivonoa 480 8t11h679n8660f437y03mf7028k05klb	2026-08-13 06:34:51+00
b4f5b26e-3202-b6d9-ca64-fcd91b380e40	4bf72314-0713-0776-8039-d24236467bfe	cea0f525-9625-0313-cda6-23d8d2f0f15d	Kjdpbmd 484 58v0o9598366o6c1eler04j1d827lq77	2026-08-13 10:09:53+00
1132dbb4-7437-3640-5be3-3333a73606a0	81c4f485-c1bf-de27-bae5-3421d9e4e46b	8554e4f8-055d-021b-c3d0-522014b465d4	Ldqtjti 488 zl2yz6vlrc17s1922k760nfeda832j4u	2026-08-13 22:29:23+00
e36b7c81-045f-807f-2664-609619173038	344f67f8-66c9-2083-36bc-d742a759ecd4	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Phzmuee 488 t7o29204wkix06x4b2620x5b556y3868	2026-08-13 22:38:37+00
d482c52e-ba1a-f2dd-16c6-554f68f15687	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Zezhwbi 485 i2670evz79b02uv4mcf739mi07kv5231	2026-08-13 18:07:51+00
cba7f9c0-ffb6-95c9-55bb-fa7091e3729f	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	78920153-e76e-a4bb-6c59-b49cee2c162f	Vpmpvtl 480 gj0sm71ti6c07jw08z5x643746957807	2026-08-13 11:03:19+00
4d320bad-61aa-772a-e407-5fbc73c4cd68	31d69187-a7b5-fac8-a3de-4b293b0dfb72	0613287f-cd61-254f-f9ad-9f04189fbc80	Ixhyzek 487 48qa11l837491c3ob83w1ol3ku48po93	2026-08-13 02:20:05+00
4ce29f58-126e-f492-a70c-3a6a62b994a8	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	987d06e9-a20d-1ccf-768d-75b535d4e868	Kuhflpl 480 6x01va3i86fv72y493rn66dc19yxj05t	2026-08-13 04:25:53+00
ba648b38-25d0-c49a-c73f-bb3ce2d93703	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Twocsmv 481 209621snbu56396by922v80167o99711	2026-08-13 18:03:40+00
7af00d4a-db1c-31a5-bb45-7883f73524d6	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Etgwlza 484 3d3650p83o24zb4nk9t1966l7o24l1gh	2026-08-13 20:05:36+00
9326e93a-d866-8e40-4567-90983c4d6455	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Qvrpvtv 496 8934uc11l9412754k0g98592g2f36w6z	2026-08-13 18:01:53+00
9e7ad75d-d200-6978-a393-0faf81f74a85	6a814f05-097a-6b13-9ad9-11b777b5d17f	fbbeba3b-f170-d528-6689-6683b586a23b	Mrqcewv 490 580mha69en943bj2712110vk17j722wf	2026-08-13 10:39:15+00
3469f1e9-fdd0-96e9-972f-c5fad7dbe157	bc4b9935-b9c3-1f91-7529-cdebefcb635b	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Tmiaorc 497 2a39tj3s28b32vx9ea8q397h7b1005v8	2026-08-13 09:17:07+00
65b09fd6-273c-6162-abc2-2fe7577cf692	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Mnuivcu 493 366g6n7168z5mq83u95l7xb736mh8n5n	2026-08-13 00:16:19+00
7956d47c-9c69-be39-2dfa-7afe29bed7ad	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	354131ea-6fe0-7f31-2283-6fa90fcde748	Ifbnwjb 494 6y767nzn5157tm58xwm8k36210596417	2026-08-13 05:22:00+00
1b9817fe-f4c8-9f28-44e5-6bc84eb92358	151c4f5b-fa3f-80b3-b964-37748e1448db	bf556bc9-5126-3f8d-60f5-699fa1641b17	Qtarhlc 493 71x00742y802b8lmn68208791u7g16ky	2026-08-13 12:08:02+00
0144ab40-0228-27ed-09c9-48de2c3bf1d1	4cc7d845-6981-d896-bb73-72356878babe	a30b3ae1-3887-d416-0965-5d4c910d442f	Vqhucaw 492 0167636970p301p122u8u93519v39u65	2026-08-13 21:51:08+00
b09c60c6-9d10-e0be-b010-fa05ed56a693	7f7aec09-123a-f4b8-38de-057ae44c2703	95de1407-ca14-758a-3d04-4b05413f4bde	Ojzawss 496 j20x0o72x6d4lv5oro419139fl0g5p81	2026-08-13 02:53:44+00
3dc44300-7886-e15b-59ea-b956239fd28f	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Suiundn 491 c70h403q152661qc15xuc4x30q1e20tg	2026-08-13 18:48:04+00
cc372024-4cbd-5dfb-7936-dbcd0878012e	ef9836f3-33b9-ca31-4e4c-37354af5c90f	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Nbschte 490 y8zfn4t86br80i761ht5odj4lpyu591o	2026-08-13 01:07:24+00
7f423c20-72d7-5444-ca46-fb7dbb85d947	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	Jjxfwlc 503 v372hu3t155i96g584lql1d8257525bn	2026-08-13 04:52:28+00
e014b4da-cd88-74df-30c1-f79216a69aa7	f675aab9-ceab-2699-f6cf-2c35a52f3423	cb16f301-0e4e-04d4-24b9-903533f9b5db	Jouofuz 502 y72m4v9m4976joe32pcc2c0941025788	2026-08-13 12:35:43+00
381fab67-965e-d743-b46a-d2d47ec4a54e	55241554-0cf1-3ee2-110b-a1b6c0f8fede	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Pizuoyo 502 4s6391m418y0075sm37uo51i04u7uyx2	2026-08-13 00:58:55+00
d2458b05-ed9b-0294-c86f-7a5e8fc4173a	7477ab11-eddb-85c2-39ef-340ed7263d30	cfec80ca-7142-52d6-7b28-c753c7957c6c	Wjeqvya 506 48625k84o8683kir94226s4561524q63	2026-08-13 22:35:43+00
0d0ac1d0-b890-7745-af63-f0793bfb990e	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	4345b3ad-23ef-22bc-1e5e-92943c098263	Mtudhqc 503 777n41087v3f23n066k51ftr53458fjl	2026-08-13 17:32:16+00
15bd24fa-acc3-0d24-da7c-d4f2d48bc50a	3ff1f087-8afe-a47f-f6c2-644991b1fa23	7c84e8e2-a854-224b-4513-67f04a608d49	Lykidsf 503 m11156w1q7n877ygz88003z40wewq71i	2026-08-13 07:36:10+00
f82c0d5f-5bb6-52d5-2223-323d509398c2	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Tqyqunz 503 075836x78d4f038011ow8e77360c437k	2026-08-13 19:36:22+00
9363ebbf-8404-fc02-0420-3352b1410a96	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	65805c1a-f51c-2113-e70d-1d4db57d804c	Ptxkowd 504 e7b2ucvt52up4g64h2308915u6qx80o7	2026-08-13 01:03:11+00
2fb8153a-16b9-3c5a-e0ea-c25e21c4485f	902a4756-651f-851a-38e6-d9ff3c4bd5b7	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Knltnjm 509 cow79am8ix7q6708sz62n8k2y793907o	2026-08-13 15:07:59+00
25bb350d-6491-f725-e509-ec2c20ad4ab3	1905028c-5d35-e6d7-a1fe-16b899f4fda9	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Rmfxeoy 508 5z75d64v926agb0hn94837qo34g98i97	2026-08-13 23:11:09+00
263fa028-d75a-5ea2-2ceb-474bb5ecbda3	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Dmzbnld 516 99557gq2rw1cu366d0vp85e6b73ar046	2026-08-13 20:48:48+00
bcdd3fe3-942a-53d1-8fc1-583a00e8daec	29e6fdea-3495-b50e-8e3f-8391cb207f42	83b898c2-1e34-b327-e233-d72690a75c95	Jaeohjy 510 f524d44109f166cr0g8lsyb765535jid	2026-08-13 07:50:55+00
2b740f40-f5ae-e594-6147-526b8627c16e	9b77cd81-80be-eeab-4cf2-1cee75046f17	12769ca0-1508-baf5-e47a-61b428348d5a	Qrkstzo 514 6h701t44llw959543547ds7918362t72	2026-08-13 20:06:48+00
09ad8740-6453-90d7-da47-420ccf839eaa	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	53f88eea-7389-0e25-f77b-51278bd5c1b8	Bvvwwpx 511 9gd719340i3g245hzp8y0754towf3099	2026-08-13 21:43:41+00
96738598-0a81-dd46-3c6b-33057e14efda	3c8c25f1-3efb-6db6-2b70-b52d074a502d	e473510c-4484-fb9e-5b76-32afaf483c71	Nkhawju 517 t3f702850cqikk1917pnm3macu141u9z	2026-08-13 14:19:48+00
9c9f4e9c-66e9-2203-d7c0-23f3d0537e67	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	9caee790-6ff5-9ae9-fbb6-3616d661b615	Xpilhcf 516 805k0467756h6424308gi4xb56634l9m	2026-08-13 12:35:49+00
bbf05940-9422-a68b-7152-25da984fd012	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	495259f3-4863-3894-c2af-307a24fee167	Xwlupvx 512 g8gh03c7s090oqd78t1i38t691m3ufcs	2026-08-13 08:07:26+00
018ada6c-6e14-a026-b82a-d0ec41a5d0a3	7590a46a-e682-934d-9fc7-650defa807cd	60b6396b-87c9-aa7a-42cd-ab412efbc915	Aueffel 514 9yb212x05q1306z0a3tv4u1821dt238x	2026-08-13 22:04:30+00
6748a6c8-614b-3058-b463-a9a185478ba5	49bbe0bd-a228-e7c6-edee-054f30e9019d	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Rfwdcyr 515 x31012kg21r6478a8121zt8kr8p64631	2026-08-13 09:17:14+00
67e9eba9-4d8b-8b21-d719-71a00fd91030	e0cf83a3-195f-324e-3879-c1a4a6922601	905a404b-a336-9b2a-c584-13d302d78305	Pwqayei 515 9982038488gr38hq6078ta3sj9s3c2d1	2026-08-13 07:22:33+00
90dd2f5d-fb37-60b0-f203-19ec2df598be	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Iongrrs 527 b7g0e452f464n6v01080s0534nz8e862	2026-08-13 00:54:07+00
407734aa-c951-898d-c89f-54478949afa4	caf6a9e9-b4b0-4f03-eb38-fd9840276792	cea0f525-9625-0313-cda6-23d8d2f0f15d	Jljhrzo 525 3367qlv46y9014cw4d3107569o73k93g	2026-08-13 21:50:22+00
83e0dc5c-b566-8c5d-360e-78194d1a87c4	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	8554e4f8-055d-021b-c3d0-522014b465d4	Nxvjguq 525 5588rv5985d141319625c25q6b31072a	2026-08-13 08:07:42+00
7e8a38c1-f6f3-b95e-7a4d-c99869e3b8d4	dc54fda8-5864-7add-3e55-d69af60d7678	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Bvukbmm 525 0w7kd52s75853964i2795br07e343288	2026-08-13 06:48:25+00
d5a3c757-e464-533a-d5c8-e8972727179f	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Uaqcyvo 528 2j93cj51892b63sm67x02574l243g449	2026-08-13 17:41:44+00
c4876cf4-7fe4-1236-5093-42a326688d22	9139d8ef-27b3-04c7-0a75-d84910ad46c8	78920153-e76e-a4bb-6c59-b49cee2c162f	Tjwtixk 522 8t552g56lo295890k03n36rwq687608u	2026-08-13 10:15:37+00
bb64a2f8-bdfd-b5bd-36e2-686bcc1a983a	34ef66df-293a-3cf4-327e-504581185b03	0613287f-cd61-254f-f9ad-9f04189fbc80	Uhnsnsk 524 6336x967zr9324cu817y2h9527pzd924	2026-08-13 19:03:21+00
3d71d75d-b0fc-3f57-7880-605b50c36636	7bfa35dd-0355-df3a-e582-32285ac16042	987d06e9-a20d-1ccf-768d-75b535d4e868	Jzsmsxz 529 3cr23ci6u5ib0n3v0m6i075q711383n1	2026-08-13 03:57:35+00
e48a6440-958e-6849-20f3-0d2c9d555b84	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Hmkffqb 524 ri2473064v0opotqe0u353811smbw31z	2026-08-13 20:15:21+00
9d213de4-d78d-f390-7d32-af1e6128e5cb	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Pvjrpeu 526 l0b6t5on08364cw1416ml4lm4926mzq9	2026-08-13 14:52:19+00
af7a2ea4-d343-4fb9-6e82-319d67df3e7a	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Twckbmc 533 b58l1ubsj922k3973z963369w95o71b2	2026-08-13 01:45:57+00
1741ed5d-95c3-9a18-8630-da3afc93a78c	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	fbbeba3b-f170-d528-6689-6683b586a23b	Dkrfttk 538 96x2959qy07p3d7165247400653u0950	2026-08-13 08:07:27+00
193e3232-ba76-1271-e2fd-134dc852dee6	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Jsmtncd 532 14n081pxd03v39c0981y747r80245689	2026-08-13 16:13:23+00
20c6bd53-9064-a2cf-086b-2c29680602d4	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Yjsujli 531 n26dx5pa878e93q5se6hpl0a3x5s3710	2026-08-13 15:39:10+00
ceb68e01-6a2e-2037-da76-08c4c70f14fe	6103e7bb-f2d0-c29e-bca8-c421ac49973d	354131ea-6fe0-7f31-2283-6fa90fcde748	Mzstkmp 534 1926676wu3p9383c28ia8rgw60c0a13p	2026-08-13 01:09:54+00
61d204bf-2a2a-ca7a-2985-9027ad41202f	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	bf556bc9-5126-3f8d-60f5-699fa1641b17	Tnulqhm 533 232fe50l540b556dt18777d56u4b5547	2026-08-13 10:32:43+00
5b368be0-868e-5e2e-cc2e-2668fe15d791	03ca2af6-6249-9cc6-2eaf-1772a126630e	a30b3ae1-3887-d416-0965-5d4c910d442f	Gzhydbe 538 94q744l6vd27adsg761122v0kt60zsp0	2026-08-13 12:59:34+00
4d25eb3d-faf5-c1b3-44db-90d0a913a264	6443fbac-1268-99d0-c742-b383419e3269	95de1407-ca14-758a-3d04-4b05413f4bde	Wnlrovz 537 359s5maw58015g3s4qzw6x5bzw12764l	2026-08-13 19:30:05+00
915ec99a-35a2-625d-b951-9b2b9bad3c94	38e405c4-661b-8458-0453-8f609aec0c0a	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Yvrreqe 530 6t83g0m8i96609q62bq879582v75ro64	2026-08-13 10:28:15+00
3fff9d82-a5e1-676f-733e-a4c98a6a5021	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Mjtubhu 536 o5505p30f18c68jn78426679243l76mr	2026-08-13 20:51:11+00
b08f63e9-f16f-3b59-68e6-801c7d0375bf	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	Qlusbog 541 j76q3huyp9612hc8wc0y728a41lbd5w6	2026-08-13 07:06:49+00
9365f74b-d8bc-abfa-813e-f1b34dd3d7b3	02d23186-4484-c9dd-47be-6f0413bf7158	cb16f301-0e4e-04d4-24b9-903533f9b5db	Axgqjyj 543 1hm00a03zx43aaf109n05d655p99rdfw	2026-08-13 15:15:40+00
b6ea1765-e8fd-5f31-621d-6eb8d37d0015	39aad169-53d6-abf5-419b-d629742da3f4	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Lpzaydr 549 3814tu9j55f385ih6513r66660899a00	2026-08-13 14:03:04+00
8fb39443-2fdf-53bb-ef2b-f7465992dbf4	0d897916-e912-0ce8-3de8-26510799ad69	cfec80ca-7142-52d6-7b28-c753c7957c6c	Vakvxwb 542 3120in44qkb7nb906s8h21zyq99432xn	2026-08-13 18:03:59+00
06327b2e-d0a8-92c6-bae2-64355f70a4eb	e9e5a810-fba7-f7f2-e662-1bf250fb7004	4345b3ad-23ef-22bc-1e5e-92943c098263	Jaynbbt 548 24zc2apx0321799b11960507v71326q6	2026-08-13 14:38:47+00
3d9bade5-ab19-06c9-ba5e-19b2f682f323	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	7c84e8e2-a854-224b-4513-67f04a608d49	Nohjrbf 547 461hj20720upo5e9v3q592grahc080my	2026-08-13 01:22:49+00
a58aca28-6235-34ef-ab42-73dd51416ed7	62135eb2-a6f2-98f6-a08b-288b096d775d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Kztlwgo 546 3852i97j17643746g2rx0xd15z17021h	2026-08-13 22:37:26+00
33a0f7e1-ada7-d632-b4d8-df798fa2a0d6	4fd16547-30e9-8f49-f928-54a1a6de12f6	65805c1a-f51c-2113-e70d-1d4db57d804c	Mdhbzhg 543 o507642o2f04642t7294150c30jir13f	2026-08-13 16:01:32+00
771ad222-258c-c575-d2c8-516e25db1108	327d7eeb-50a0-a09a-607f-bdb875921a02	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Drvylmc 546 y48e60eu3c65j9g069m1qwctq7fxz4jq	2026-08-13 05:02:12+00
954dff8a-9aec-85de-8e9f-61d51cef5e69	3f784102-2a00-26a8-ece5-0a123dd15acc	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Uvgjqrj 547 3po6bp6e1sf57h5l5h95ip09w9578qap	2026-08-13 11:17:48+00
3e50c61f-d52d-a5a5-e763-a3a5a16ceb0b	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Cxllqne 554 70m12ug2ft8bkj51l58539q33ts59l93	2026-08-13 08:34:58+00
67a25e10-f4e9-d9b3-971d-a918becd1abe	27131edf-07d4-5925-1544-98ca439b3e1c	83b898c2-1e34-b327-e233-d72690a75c95	Twggjli 550 e15159481artu7uskgv90901q7490553	2026-08-13 07:10:46+00
266e2b76-a766-5a4a-6053-ca3cc62e82ef	f81004fd-9bdc-37de-1e3d-5721647fcfc3	12769ca0-1508-baf5-e47a-61b428348d5a	Zometjy 558 28299112p37a762mqpy70p9i4i4s53s2	2026-08-13 00:23:40+00
69e0a7f3-af41-5e61-a77b-fd725edd794e	1c034bb7-058c-cace-6a7c-2086d323df4d	53f88eea-7389-0e25-f77b-51278bd5c1b8	Tlfrjok 558 4n4qa7e5428g416mi561l7x5f65n7er4	2026-08-13 19:11:54+00
edcf247c-358c-0165-984b-e4811ad5f96f	54d2cdf2-23bb-6870-8d94-bd82693102b1	e473510c-4484-fb9e-5b76-32afaf483c71	Vndexrb 556 7x682m12438r6yc73w6p4c87t09u2854	2026-08-13 22:41:07+00
a0ff47b8-dd08-4eb7-7d39-72cb152d19ac	7b63839f-f249-0135-894e-c7c99de689e7	9caee790-6ff5-9ae9-fbb6-3616d661b615	Fhhfzer 554 23df499642ssws3683z02q90a2lvx120	2026-08-13 12:23:54+00
0dedd755-8bc9-e151-f99f-e1360940415a	aa50c859-fb40-60b3-a0ef-6362d022acca	495259f3-4863-3894-c2af-307a24fee167	Umokyjy 554 6y12503exag44ndwzwo28g8cybv9od3b	2026-08-13 10:14:35+00
6d09a60c-91f2-049b-0a02-10c59c9f6dfa	7d343217-7eab-e94b-75f1-afc651ecfce0	60b6396b-87c9-aa7a-42cd-ab412efbc915	Ugnzwtt 555 05h8h417jf34493z92o4mjtzo8377k9k	2026-08-13 08:25:19+00
430bb4cd-067c-7111-5b75-916f7322c5b9	b7cb7124-2206-8350-21fa-eb9939dcbda8	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Cqzkyya 550 74u41l6xk5jh31t0445y88qr1yb32ra0	2026-08-13 15:48:12+00
af725940-d644-fd88-7ccd-5a549b2b0e58	91e40a3a-a0d5-a7fc-790d-0331d2627709	905a404b-a336-9b2a-c584-13d302d78305	Rgayqmd 558 ur53096v037l093vx3157v164g9k873e	2026-08-13 02:55:49+00
1a796b61-fe43-3b34-99f4-3ddfde88e9b0	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Oxkausb 569 8w69719j745po0lc251706ts3u01166c	2026-08-13 04:59:11+00
74327ba9-efbe-714d-b826-536c49c1b962	f8c7654a-581b-7503-5650-792c020fb9fc	cea0f525-9625-0313-cda6-23d8d2f0f15d	Shhvvds 565 410z5y94u50c9n6w454f7w098s031972	2026-08-13 05:17:06+00
ba38d7ca-ac9e-6e4b-90c0-573a9eab562e	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	8554e4f8-055d-021b-c3d0-522014b465d4	Jffjast 569 8721zi21726388dc973dn71w486xn0cm	2026-08-13 20:22:19+00
cced43a0-2321-8df2-ddf8-2097946aa15d	f736bc66-02d3-9bfd-8a75-c378b0277dbe	cb2a3df1-644c-26a0-8901-ee9f5b87d319	Dajypky 560 0i1b50g676q59k230a58z15q6dr6rq0i	2026-08-13 22:30:12+00
2cfab7b9-5ad1-d9a5-a17b-31f5e8d1324a	5b07f3ea-1005-21f0-5829-0aeab697e3bb	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	Ebiksom 561 60r608448443143853d6a0i13lk75837	2026-08-13 06:58:07+00
82cd4099-601b-7c85-c398-3a7db5ba4e6f	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	78920153-e76e-a4bb-6c59-b49cee2c162f	Zgcabwe 565 726i42za2ri50507r98s94431ldnnn30	2026-08-13 17:04:34+00
28695c2e-de61-83a5-6201-e811d3a38a4b	8f156e52-3c1d-be62-dea8-4b7378f0a62b	0613287f-cd61-254f-f9ad-9f04189fbc80	Pcdegnw 567 8898r348614f9am49t93564819179h7m	2026-08-13 13:36:03+00
9bd8968e-d4fe-fc57-7b78-1b8084ffeaea	1b1c0660-c36d-da27-c702-2a8c3783e8f9	987d06e9-a20d-1ccf-768d-75b535d4e868	Kfvyjvc 565 1750h614e4h149ho9533r8t60k8s265z	2026-08-13 20:48:46+00
da580cb9-619a-f198-1033-3d40aa4232b7	82998eae-22dc-266b-8b8d-be80135d4efb	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	Ivbbngq 566 7301t2f3898848jh2551b30210sb2081	2026-08-13 23:02:28+00
a09833d5-9e3e-3313-9e58-95fa15413610	104873c1-80a0-8ed0-9f15-7c45de7708ea	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	Bqzslfi 563 5975u85sk5w4ndmv9p322sr8nj1d7994	2026-08-13 07:04:32+00
4a5c5e70-19af-81fa-543d-397b137ce26a	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	Mznqyep 575 5m975duh0w8z70a9kdr753t7x8i5m6a8	2026-08-13 13:08:41+00
be5eeffc-0435-6655-82dc-cb4f90482fec	30dcda0d-bf5c-a952-2832-e04aae95b1ae	fbbeba3b-f170-d528-6689-6683b586a23b	Jfgbsgy 572 254e715015k6g79w37d6029rv3885y81	2026-08-13 08:49:59+00
aac2cc88-bf4a-76f0-6959-ff80e2c8969b	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	Iaenebd 577 264k1yef78947956153of44r1293fs39	2026-08-13 05:44:45+00
eb26cbc6-e765-e994-9aa4-5b85c623cdc9	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	Xlkdqdh 573 b3d3n85w7jsk9f938pr8f3148q805et9	2026-08-13 21:31:11+00
ff7ac756-b3cc-4e08-185e-f4ac1630de93	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	354131ea-6fe0-7f31-2283-6fa90fcde748	Actuprq 576 es030h780w57552y652t0kb86h57w703	2026-08-13 10:09:04+00
05ae1ba2-a645-8786-b843-9349c3b21166	bfa16937-270c-d920-37f3-d9b82c604fb6	bf556bc9-5126-3f8d-60f5-699fa1641b17	Nkklvwc 572 8297007c9q971u20j8c924chm9253g06	2026-08-13 04:20:14+00
e550337a-068b-6070-0d30-a360f50e27d7	65d0b103-bf43-cc78-5f7a-3201f2084abf	a30b3ae1-3887-d416-0965-5d4c910d442f	Njwbgdh 570 r5pn96k8r0333anhk43u1u5en7o6462t	2026-08-13 21:02:18+00
b3dae821-e30e-42d7-8ce2-26ca8fed9c60	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	95de1407-ca14-758a-3d04-4b05413f4bde	Asztswy 578 7n9v66yawn009s24m3201s3600n1d10o	2026-08-13 07:32:06+00
dcc95852-e36d-34db-d7bf-62a154bf6bd8	e9b7b31b-95cd-7672-eafd-ac499a088f0f	c99fb7b1-f3a7-334b-838e-35fba3d69f07	Ophwnnp 574 x0u5xy69y5o4282qkmk3ie533075955o	2026-08-13 21:33:57+00
418e0a97-a12f-6f88-f07b-b17d87fdeed6	7f63515c-88e5-55f4-38de-55d099e7dee0	02d1d868-cf9f-3b12-635d-bbeeffa715ad	Qnjuxss 579 48bm531r613e975p15l5o90y6349q1c1	2026-08-13 11:22:43+00
aec87d22-7cff-0b34-70cc-5f3da4a37e92	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	Zeaqwua 583 g3y0s55hv35806d22s192513k5dm4h57	2026-08-13 10:42:32+00
47ee3113-2b89-84b2-a2a5-c50f89a8cd13	4bf72314-0713-0776-8039-d24236467bfe	cb16f301-0e4e-04d4-24b9-903533f9b5db	Ewlgyyf 585 3218z98w88j74688eu742qz332t070b5	2026-08-13 08:59:06+00
17bacbea-ad6e-3141-4573-1a1a51768e07	81c4f485-c1bf-de27-bae5-3421d9e4e46b	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	Kddvevj 585 s94601239f2gx4o1880k1l359t4g1t9d	2026-08-13 04:25:23+00
fb03c164-4819-0a85-9e34-71550b92f1a6	344f67f8-66c9-2083-36bc-d742a759ecd4	cfec80ca-7142-52d6-7b28-c753c7957c6c	Iqcjfdn 584 1494ncw5f93f95937652e16js765y57v	2026-08-13 22:26:36+00
2f997293-de12-0e70-b366-87f535717839	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	4345b3ad-23ef-22bc-1e5e-92943c098263	Iastfss 589 67232g9z52h4t6a44dn784jdtz1r3x36	2026-08-13 13:43:15+00
6f6bc7ad-5520-ffce-dbab-a7db2ff403d2	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	7c84e8e2-a854-224b-4513-67f04a608d49	Lgjtcda 588 cn3812963a8555x9842406845w8c818p	2026-08-13 23:12:31+00
2a381326-1afb-5f11-ec3d-480acc4c0edf	31d69187-a7b5-fac8-a3de-4b293b0dfb72	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	Eeepjif 586 4218m8i0107bbn0331nj8x87h98t1d54	2026-08-13 11:28:31+00
2ff4fe5d-c3f5-c02b-9c04-69a01c4579ee	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	65805c1a-f51c-2113-e70d-1d4db57d804c	Ecagspb 580 s9y43610eg69s47711fo8esi8ku0l589	2026-08-13 10:26:08+00
6dcaa9a7-b9d7-f15e-9464-c5d109f37b54	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	Zpcglgf 582 9n947v46t52a53j71qs14c059z123470	2026-08-13 05:18:41+00
a1b626bc-8926-f0ec-d510-58d746f31eec	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	Hzwrivg 588 54v1f7s3i0a8d41og107zt2u3210hh7e	2026-08-13 21:17:06+00
badc4538-6c91-c6ce-5b29-adb1e50d9461	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	Kfizcoq 594 gv9244v9go02g4iq373k74v131g2x900	2026-08-13 16:55:29+00
49f204c9-4e30-13a2-3931-c9f1214fb4ad	6a814f05-097a-6b13-9ad9-11b777b5d17f	83b898c2-1e34-b327-e233-d72690a75c95	Ctcfkky 596 d916476v0v72dmwl37vt4ng602cjil98	2026-08-13 21:55:32+00
2c359337-4946-63e3-11d2-61eb8cf5d3c7	bc4b9935-b9c3-1f91-7529-cdebefcb635b	12769ca0-1508-baf5-e47a-61b428348d5a	Byqsixg 594 o25j519308005esax3651ybt001r9xs4	2026-08-13 06:31:21+00
eb5dc825-0602-6797-a9aa-ed2b087ca5fb	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	53f88eea-7389-0e25-f77b-51278bd5c1b8	Xhyftjj 593 49eo04cp3j5301y4e23182ypum56539n	2026-08-13 02:39:59+00
d6a08676-541a-90a4-8ae1-92f5c38fd5e1	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	e473510c-4484-fb9e-5b76-32afaf483c71	Qkcpyxi 590 ad9z0bqcwk9l492959723zl8506fumb0	2026-08-13 14:28:04+00
7d2c57fb-fddc-e0c9-7392-d02951db3dc8	151c4f5b-fa3f-80b3-b964-37748e1448db	9caee790-6ff5-9ae9-fbb6-3616d661b615	Ftoazyv 591 tb9cnvrop7072w50b9ee98p098ze13io	2026-08-13 11:53:52+00
099f3814-cab6-9a2f-bb8b-c70803c7b69a	4cc7d845-6981-d896-bb73-72356878babe	495259f3-4863-3894-c2af-307a24fee167	Zywwmif 593 0hmmw3p077i8i5634cpfp13g47s19567	2026-08-13 15:04:21+00
c9882fce-4ae5-30fb-a87b-2b982d1e6de8	7f7aec09-123a-f4b8-38de-057ae44c2703	60b6396b-87c9-aa7a-42cd-ab412efbc915	Ewjcspz 598 636914060p632w0vb8ql8m452267q9tz	2026-08-13 10:46:06+00
bc3092db-d787-d24d-9081-468bb5602dfc	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	dda6b58b-4be5-e8cf-f89d-3de385918fd5	Bucgdvi 590 592288s9e09v557z69000nn9ms0r8q9c	2026-08-13 00:43:57+00
97d948f5-0f4a-73b2-1968-43665f2708be	ef9836f3-33b9-ca31-4e4c-37354af5c90f	905a404b-a336-9b2a-c584-13d302d78305	Orshhsm 590 1438184849y6g8m59q183r79ni64350z	2026-08-13 22:41:53+00
528bd3fc-68f2-755a-cf6c-25d89fa8c388	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	Wmxbrgt 608 56487sm240025839j9jxi16lmh0184p4	2026-08-13 23:44:34+00
\.
copy public.jobs (id, kind, payload, state, attempts, created_at) from stdin;
9acfaa94-9844-c980-d627-0e2f01ab1394	edivrumcy	{"video": "2304a965fefa3e523cc2599ad954bc0b"}	plfgxf	0	2026-08-13 00:03:50+00
647ced41-7044-6c9e-60eb-f1ab5d9e5131	frnh	{"video": "0d897916e9120ce83de826510799ad69"}	plfgxf	0	2026-08-13 14:46:33+00
5073e55c-0ea1-bf7a-997f-a4e60f54c118	hxwcfmkhc	{"video": "31d69187a7b5fac8a3de4b293b0dfb72"}	plfgxf	0	2026-08-13 01:00:50+00
6e4ca8fe-f868-7449-7c74-6465e80393aa	edivrumcy	{"video": "2ea6d1dd7e9b39277846b2168a6909a0"}	plfgxf	0	2026-08-13 17:49:25+00
970b13ab-0ae5-eeb6-be16-b9dc6780f228	frnh	{"video": "8f3aa77568d4675f2d9ad5d9f6f2a2a2"}	plfgxf	0	2026-08-13 15:58:39+00
59ebb635-3d03-4ab1-91e5-84dd87aa1cb9	hxwcfmkhc	{"video": "9cd70f32fba3c5fce2359410e0d72dd1"}	plfgxf	0	2026-08-13 23:46:43+00
3446927d-19b5-d064-d301-7d3d6691a4ba	edivrumcy	{"video": "b7cb71242206835021faeb9939dcbda8"}	plfgxf	0	2026-08-13 08:35:47+00
b7af0061-2b96-5c23-8e72-aefe6cdbec81	frnh	{"video": "f675aab9ceab2699f6cf2c35a52f3423"}	plfgxf	0	2026-08-13 05:40:21+00
3777b376-720c-5ba6-5307-965c6a652df9	hxwcfmkhc	{"video": "e9e5a810fba7f7f2e6621bf250fb7004"}	plfgxf	0	2026-08-13 09:22:54+00
36e3b78e-ef7c-6a66-7d5f-2c69be0a8227	edivrumcy	{"video": "68b6aa1cceb18cb513ff66dc35d48b58"}	plfgxf	0	2026-08-13 08:23:10+00
f197441d-411e-39e3-8de3-b9bdedbc3f63	frnh	{"video": "b66a4afc53b8a2073468cb213245295a"}	plfgxf	0	2026-08-13 13:45:37+00
edfee8c9-f735-db20-ba55-65e36a2f83f9	hxwcfmkhc	{"video": "01bd72545e1fe1f4aeb5c1e216f77c16"}	plfgxf	0	2026-08-13 10:36:48+00
023ef455-03fd-6878-92ce-1e2f4d5ef223	edivrumcy	{"video": "8f4cdec1e341bcd2ac49f344cf09a2f9"}	plfgxf	0	2026-08-13 06:30:52+00
34f3956b-18dc-85a7-d28b-9fee6ac7d65f	frnh	{"video": "91e40a3aa0d5a7fc790d0331d2627709"}	plfgxf	0	2026-08-13 09:28:47+00
17cfc0f3-5b35-b65c-7438-ab6d239623f9	hxwcfmkhc	{"video": "552415540cf13ee2110ba1b6c0f8fede"}	plfgxf	0	2026-08-13 23:55:53+00
35cc81a3-acdd-b8af-0181-2d6cc324a802	edivrumcy	{"video": "d2f6ac2409c710b48ad174ad93339c36"}	plfgxf	0	2026-08-13 02:31:12+00
598d84a6-6940-ce2c-27ff-3cf042fde76b	frnh	{"video": "d30b914f8a1cc123c5cbef7692a2f3d4"}	plfgxf	0	2026-08-13 09:57:36+00
7c338ea6-92c3-eba3-296a-4781d68cc86b	hxwcfmkhc	{"video": "8f20c7a8c9cd488ef468d35f2f0775f3"}	plfgxf	0	2026-08-13 23:22:18+00
8dacfc46-cb0a-b075-f70e-5f9ce398f819	edivrumcy	{"video": "d2e0639960f2e196455cfe3fbaa4a6ff"}	plfgxf	0	2026-08-13 07:17:16+00
d0a38cdd-2f48-19a8-b8b9-750f2a6907e8	frnh	{"video": "7590a46ae682934d9fc7650defa807cd"}	plfgxf	0	2026-08-13 00:19:23+00
6ca64428-accb-8bb3-5b85-1dcb74994035	hxwcfmkhc	{"video": "8f56789b43418119fbdc7c2bdf5808ba"}	plfgxf	0	2026-08-13 14:10:40+00
1ecd5300-7320-76dc-753b-c8b72b9ff9ea	edivrumcy	{"video": "7477ab11eddb85c239ef340ed7263d30"}	plfgxf	0	2026-08-13 19:07:01+00
5ab9198e-741f-8345-b338-fa62fc62fd48	frnh	{"video": "62135eb2a6f298f6a08b288b096d775d"}	plfgxf	0	2026-08-13 20:23:34+00
caefdce1-9a76-e21f-9029-147387847435	hxwcfmkhc	{"video": "98b1c91c42d0bace7fd2e14f9a3b173f"}	plfgxf	0	2026-08-13 22:11:03+00
f386127a-4677-a820-8bf3-4f037eb401ac	edivrumcy	{"video": "45a2da9a3f2dce20f451ae7f4b77365f"}	plfgxf	0	2026-08-13 17:59:05+00
55777cd4-90d4-e23a-0c67-b080cb7db973	frnh	{"video": "bfa16937270cd92037f3d9b82c604fb6"}	plfgxf	0	2026-08-13 17:13:22+00
7f04a4ec-b4b8-0c74-c778-59637dcfa3dd	hxwcfmkhc	{"video": "49bbe0bda228e7c6edee054f30e9019d"}	plfgxf	0	2026-08-13 06:11:53+00
a6d4edb4-8d4f-41b5-834c-098d7bb1e425	edivrumcy	{"video": "f8c7654a581b75035650792c020fb9fc"}	plfgxf	0	2026-08-13 22:46:54+00
4d8d06c4-834e-e624-3cee-22b9a53719fc	frnh	{"video": "a3dc81394b464a3ce3b26d06af88dcfd"}	plfgxf	0	2026-08-13 21:05:45+00
f39d03ff-67ab-c176-e95d-8b3602599c8d	hxwcfmkhc	{"video": "4fd1654730e98f49f92854a1a6de12f6"}	plfgxf	0	2026-08-13 20:38:57+00
\.
copy public.notifications (id, member_id, kind, seen, created_at) from stdin;
1	cea0f525-9625-0313-cda6-23d8d2f0f15d	tjaxbqy	f	2026-08-13 08:55:30+00
2	8554e4f8-055d-021b-c3d0-522014b465d4	tjaxbqy	f	2026-08-13 19:03:25+00
3	cb2a3df1-644c-26a0-8901-ee9f5b87d319	tjaxbqy	f	2026-08-13 14:09:46+00
4	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	tjaxbqy	f	2026-08-13 01:36:18+00
5	78920153-e76e-a4bb-6c59-b49cee2c162f	tjaxbqy	f	2026-08-13 15:38:36+00
6	0613287f-cd61-254f-f9ad-9f04189fbc80	tjaxbqy	f	2026-08-13 16:04:32+00
7	987d06e9-a20d-1ccf-768d-75b535d4e868	tjaxbqy	f	2026-08-13 21:33:18+00
8	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	tjaxbqy	f	2026-08-13 04:33:25+00
9	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	tjaxbqy	f	2026-08-13 12:47:04+00
10	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	tjaxbqy	f	2026-08-13 18:25:53+00
11	fbbeba3b-f170-d528-6689-6683b586a23b	tjaxbqy	f	2026-08-13 07:53:09+00
12	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	tjaxbqy	f	2026-08-13 18:32:02+00
13	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	tjaxbqy	f	2026-08-13 01:54:04+00
14	354131ea-6fe0-7f31-2283-6fa90fcde748	tjaxbqy	f	2026-08-13 11:01:58+00
15	bf556bc9-5126-3f8d-60f5-699fa1641b17	tjaxbqy	f	2026-08-13 15:14:06+00
16	a30b3ae1-3887-d416-0965-5d4c910d442f	tjaxbqy	f	2026-08-13 03:30:37+00
17	95de1407-ca14-758a-3d04-4b05413f4bde	tjaxbqy	f	2026-08-13 00:47:14+00
18	c99fb7b1-f3a7-334b-838e-35fba3d69f07	tjaxbqy	f	2026-08-13 20:33:01+00
19	02d1d868-cf9f-3b12-635d-bbeeffa715ad	tjaxbqy	f	2026-08-13 10:31:24+00
20	ee680535-b299-3b7d-c77c-c3676e26a325	tjaxbqy	f	2026-08-13 19:45:16+00
21	cb16f301-0e4e-04d4-24b9-903533f9b5db	tjaxbqy	f	2026-08-13 09:46:17+00
22	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	tjaxbqy	f	2026-08-13 18:15:31+00
23	cfec80ca-7142-52d6-7b28-c753c7957c6c	tjaxbqy	f	2026-08-13 14:12:22+00
24	4345b3ad-23ef-22bc-1e5e-92943c098263	tjaxbqy	f	2026-08-13 03:55:51+00
25	7c84e8e2-a854-224b-4513-67f04a608d49	tjaxbqy	f	2026-08-13 00:14:31+00
26	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	tjaxbqy	f	2026-08-13 00:39:33+00
27	65805c1a-f51c-2113-e70d-1d4db57d804c	tjaxbqy	f	2026-08-13 18:30:35+00
28	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	tjaxbqy	f	2026-08-13 19:56:12+00
29	4e950ad8-6ac1-4ca3-aadb-e13464b06469	tjaxbqy	f	2026-08-13 18:07:19+00
30	50ff0f92-9c60-a415-2fcf-6a0c1816870a	tjaxbqy	f	2026-08-13 07:55:13+00
31	83b898c2-1e34-b327-e233-d72690a75c95	tjaxbqy	f	2026-08-13 18:58:26+00
32	12769ca0-1508-baf5-e47a-61b428348d5a	tjaxbqy	f	2026-08-13 08:00:30+00
33	53f88eea-7389-0e25-f77b-51278bd5c1b8	tjaxbqy	f	2026-08-13 01:28:20+00
34	e473510c-4484-fb9e-5b76-32afaf483c71	tjaxbqy	f	2026-08-13 11:52:47+00
35	9caee790-6ff5-9ae9-fbb6-3616d661b615	tjaxbqy	f	2026-08-13 06:56:18+00
36	495259f3-4863-3894-c2af-307a24fee167	tjaxbqy	f	2026-08-13 07:09:10+00
37	60b6396b-87c9-aa7a-42cd-ab412efbc915	tjaxbqy	f	2026-08-13 19:23:33+00
38	dda6b58b-4be5-e8cf-f89d-3de385918fd5	tjaxbqy	f	2026-08-13 21:36:25+00
39	905a404b-a336-9b2a-c584-13d302d78305	tjaxbqy	f	2026-08-13 17:54:35+00
40	ce3cc20e-edf5-56bf-4400-04d0cd35accd	tjaxbqy	f	2026-08-13 19:54:21+00
41	cea0f525-9625-0313-cda6-23d8d2f0f15d	tjaxbqy	f	2026-08-13 09:53:41+00
42	8554e4f8-055d-021b-c3d0-522014b465d4	tjaxbqy	f	2026-08-13 17:37:00+00
43	cb2a3df1-644c-26a0-8901-ee9f5b87d319	tjaxbqy	f	2026-08-13 20:10:11+00
44	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	tjaxbqy	f	2026-08-13 17:35:52+00
45	78920153-e76e-a4bb-6c59-b49cee2c162f	tjaxbqy	f	2026-08-13 05:11:18+00
46	0613287f-cd61-254f-f9ad-9f04189fbc80	tjaxbqy	f	2026-08-13 18:19:56+00
47	987d06e9-a20d-1ccf-768d-75b535d4e868	tjaxbqy	f	2026-08-13 17:43:11+00
48	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	tjaxbqy	f	2026-08-13 00:09:51+00
49	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	tjaxbqy	f	2026-08-13 06:35:32+00
50	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	tjaxbqy	f	2026-08-13 07:47:50+00
51	fbbeba3b-f170-d528-6689-6683b586a23b	tjaxbqy	f	2026-08-13 12:29:34+00
52	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	tjaxbqy	f	2026-08-13 19:50:07+00
53	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	tjaxbqy	f	2026-08-13 19:17:04+00
54	354131ea-6fe0-7f31-2283-6fa90fcde748	tjaxbqy	f	2026-08-13 21:26:22+00
55	bf556bc9-5126-3f8d-60f5-699fa1641b17	tjaxbqy	f	2026-08-13 19:37:52+00
56	a30b3ae1-3887-d416-0965-5d4c910d442f	tjaxbqy	f	2026-08-13 05:38:41+00
57	95de1407-ca14-758a-3d04-4b05413f4bde	tjaxbqy	f	2026-08-13 07:56:04+00
58	c99fb7b1-f3a7-334b-838e-35fba3d69f07	tjaxbqy	f	2026-08-13 12:02:11+00
59	02d1d868-cf9f-3b12-635d-bbeeffa715ad	tjaxbqy	f	2026-08-13 04:31:56+00
60	ee680535-b299-3b7d-c77c-c3676e26a325	tjaxbqy	f	2026-08-13 21:07:32+00
61	cb16f301-0e4e-04d4-24b9-903533f9b5db	tjaxbqy	f	2026-08-13 11:58:58+00
62	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	tjaxbqy	f	2026-08-13 02:07:15+00
63	cfec80ca-7142-52d6-7b28-c753c7957c6c	tjaxbqy	f	2026-08-13 08:41:20+00
64	4345b3ad-23ef-22bc-1e5e-92943c098263	tjaxbqy	f	2026-08-13 08:50:25+00
65	7c84e8e2-a854-224b-4513-67f04a608d49	tjaxbqy	f	2026-08-13 10:38:10+00
66	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	tjaxbqy	f	2026-08-13 04:36:52+00
67	65805c1a-f51c-2113-e70d-1d4db57d804c	tjaxbqy	f	2026-08-13 12:52:39+00
68	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	tjaxbqy	f	2026-08-13 22:44:25+00
69	4e950ad8-6ac1-4ca3-aadb-e13464b06469	tjaxbqy	f	2026-08-13 23:43:54+00
70	50ff0f92-9c60-a415-2fcf-6a0c1816870a	tjaxbqy	f	2026-08-13 21:07:53+00
71	83b898c2-1e34-b327-e233-d72690a75c95	tjaxbqy	f	2026-08-13 07:03:47+00
72	12769ca0-1508-baf5-e47a-61b428348d5a	tjaxbqy	f	2026-08-13 04:50:25+00
73	53f88eea-7389-0e25-f77b-51278bd5c1b8	tjaxbqy	f	2026-08-13 23:25:02+00
74	e473510c-4484-fb9e-5b76-32afaf483c71	tjaxbqy	f	2026-08-13 03:32:13+00
75	9caee790-6ff5-9ae9-fbb6-3616d661b615	tjaxbqy	f	2026-08-13 00:24:27+00
76	495259f3-4863-3894-c2af-307a24fee167	tjaxbqy	f	2026-08-13 10:10:28+00
77	60b6396b-87c9-aa7a-42cd-ab412efbc915	tjaxbqy	f	2026-08-13 02:41:15+00
78	dda6b58b-4be5-e8cf-f89d-3de385918fd5	tjaxbqy	f	2026-08-13 00:41:38+00
79	905a404b-a336-9b2a-c584-13d302d78305	tjaxbqy	f	2026-08-13 19:51:31+00
80	ce3cc20e-edf5-56bf-4400-04d0cd35accd	tjaxbqy	f	2026-08-13 06:34:51+00
81	cea0f525-9625-0313-cda6-23d8d2f0f15d	tjaxbqy	f	2026-08-13 02:20:05+00
82	8554e4f8-055d-021b-c3d0-522014b465d4	tjaxbqy	f	2026-08-13 09:17:07+00
83	cb2a3df1-644c-26a0-8901-ee9f5b87d319	tjaxbqy	f	2026-08-13 18:48:04+00
84	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	tjaxbqy	f	2026-08-13 17:32:16+00
85	78920153-e76e-a4bb-6c59-b49cee2c162f	tjaxbqy	f	2026-08-13 20:48:48+00
86	0613287f-cd61-254f-f9ad-9f04189fbc80	tjaxbqy	f	2026-08-13 08:07:26+00
87	987d06e9-a20d-1ccf-768d-75b535d4e868	tjaxbqy	f	2026-08-13 08:07:42+00
88	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	tjaxbqy	f	2026-08-13 20:15:21+00
89	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	tjaxbqy	f	2026-08-13 01:09:54+00
90	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	tjaxbqy	f	2026-08-13 07:06:49+00
91	fbbeba3b-f170-d528-6689-6683b586a23b	tjaxbqy	f	2026-08-13 22:37:26+00
92	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	tjaxbqy	f	2026-08-13 00:23:40+00
93	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	tjaxbqy	f	2026-08-13 15:48:12+00
94	354131ea-6fe0-7f31-2283-6fa90fcde748	tjaxbqy	f	2026-08-13 06:58:07+00
95	bf556bc9-5126-3f8d-60f5-699fa1641b17	tjaxbqy	f	2026-08-13 13:08:41+00
96	a30b3ae1-3887-d416-0965-5d4c910d442f	tjaxbqy	f	2026-08-13 21:02:18+00
97	95de1407-ca14-758a-3d04-4b05413f4bde	tjaxbqy	f	2026-08-13 04:25:23+00
98	c99fb7b1-f3a7-334b-838e-35fba3d69f07	tjaxbqy	f	2026-08-13 05:18:41+00
99	02d1d868-cf9f-3b12-635d-bbeeffa715ad	tjaxbqy	f	2026-08-13 14:28:04+00
100	ee680535-b299-3b7d-c77c-c3676e26a325	tjaxbqy	f	2026-08-13 23:44:34+00
\.
copy public.trending (video_id, score) from stdin;
98b1c91c-42d0-bace-7fd2-e14f9a3b173f	0
\.
copy public.view_events (id, video_id, member_id, watched_s, at) from stdin;
eb9cc4b1-ebbc-40a5-878a-bcd584ee20aa	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	1	2026-08-13 14:46:33+00
37c3c37d-fb14-a815-50b9-05f92ea4fa82	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	2	2026-08-13 17:49:25+00
1ee05d82-f7fd-cf1e-869c-6d2764ef3430	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	3	2026-08-13 23:46:43+00
75fa0a8b-471f-8496-9500-78b3b083fc37	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	4	2026-08-13 05:40:21+00
71aed9f8-17e9-08bf-2cf3-8bd019cf5716	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	5	2026-08-13 08:23:10+00
a42c8ce5-8bc2-cf7a-12a2-620cfd06be8b	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	6	2026-08-13 10:36:48+00
434782d5-5f36-5b41-a6de-847c87ce8ff3	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	7	2026-08-13 09:28:47+00
5e417b29-2d4c-81ea-34d2-6ac89169a9e3	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	8	2026-08-13 02:31:12+00
4faff86c-58af-1bc9-a4de-e0886c00a888	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	9	2026-08-13 23:22:18+00
80e57ec1-608d-ac23-fee4-6e93bdbbd714	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	10	2026-08-13 00:19:23+00
f3dacff3-7b22-60c7-a8e8-32233bc08f3a	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	11	2026-08-13 19:07:01+00
6f64d539-cdd0-fa1f-82c0-571c1130f2bf	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	12	2026-08-13 22:11:03+00
9106b009-c7e8-e9c3-2c8c-a43b5d482c18	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	13	2026-08-13 17:13:22+00
eeb6394b-a0d4-0801-4f63-718d24372c6a	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	14	2026-08-13 22:46:54+00
55686bb5-c330-65dd-dc33-3817d9130cd4	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	15	2026-08-13 20:38:57+00
940eca84-b529-22b8-5a4c-cef86ba89497	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	16	2026-08-13 01:01:12+00
a944cb84-31a5-49a2-1857-7a4af2d7dcf3	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	17	2026-08-13 16:15:19+00
bedf4f16-e7d8-73d2-61f5-9ad852d6cf3e	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	18	2026-08-13 14:16:45+00
6a56afd0-6cd8-7024-46d2-42832c055338	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	19	2026-08-13 05:42:58+00
fadc3e72-d2de-100d-08ce-0d8a9b7f2ab7	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	20	2026-08-13 23:04:02+00
cef58424-c1ff-76c2-3561-943b9270db84	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	21	2026-08-13 20:28:37+00
e4a75d91-ec9f-d4f0-5248-206644c45ef9	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	22	2026-08-13 02:01:58+00
b88d0b44-e8bd-a372-83a6-ee06a4cc5106	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	23	2026-08-13 14:12:43+00
ad8c59f3-19d3-b588-c3ef-769a84a2e0de	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	24	2026-08-13 12:03:17+00
155721b2-23f9-7c0f-e3ee-0d2fde298e11	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	25	2026-08-13 10:09:15+00
94fe41e2-adcb-c72f-f0ae-6e5ee82f0faf	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	26	2026-08-13 07:56:31+00
7b20261f-8444-a4ad-2f43-22144612e087	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	27	2026-08-13 01:44:29+00
178416e5-d5ac-3923-487b-f3d769bb978a	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	28	2026-08-13 00:58:23+00
6ba2bedb-d755-7a3e-ecb6-6fcdfef414a9	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	29	2026-08-13 19:38:56+00
96635f14-d7c1-a3d0-12c8-bf36d9ff2b91	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	30	2026-08-13 08:55:30+00
ac26a09d-5d9f-19b4-95e2-22c09ecc4a06	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	31	2026-08-13 07:54:15+00
c1b269f8-bb78-8af8-31c3-84c02ff2cdb8	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	32	2026-08-13 08:49:03+00
b1567947-12c1-8db8-8542-e0bab2bae676	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	33	2026-08-13 06:38:05+00
2dfe8fa6-afcd-f806-4d36-14a039ab5934	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	34	2026-08-13 16:49:18+00
747ff502-0be6-9075-56eb-f6104c92045c	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	35	2026-08-13 03:05:39+00
e2772ecd-3458-8799-5790-fe5400479bc8	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	36	2026-08-13 10:48:26+00
e6331d20-b321-aa32-c04a-e0339b74976d	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	37	2026-08-13 17:20:37+00
fd9b454e-b364-4d47-52d5-36c45b1b8820	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	38	2026-08-13 23:18:59+00
a0ac0e86-0976-f0f5-bf1d-30b7f4426358	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	39	2026-08-13 14:23:10+00
187b344f-2d6d-1972-fcd9-066b55d248fa	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	40	2026-08-13 14:39:16+00
fc716fda-4e1a-48bd-cd96-65a719eeaa75	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	41	2026-08-13 11:26:34+00
43f72ada-a1af-bee8-b7d5-ea19496b803e	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	42	2026-08-13 00:44:27+00
7c22d106-1b8d-a66d-2587-6751072427db	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	43	2026-08-13 11:57:35+00
d5fc444b-9932-cafb-f556-df09069b0513	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	44	2026-08-13 20:09:28+00
9e59a35c-08f8-4652-f620-43d611d2ffe4	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	45	2026-08-13 16:39:16+00
5042dbc8-9d31-0a2d-ff7b-84b4885420ab	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	46	2026-08-13 13:32:12+00
06c93a2e-b8c1-420e-7b1a-cbc029d750ec	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	47	2026-08-13 19:42:43+00
fc2b2dfa-cbfa-604c-086a-bd6ddbd49f0b	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	48	2026-08-13 07:41:21+00
28c42aa9-b3df-0bbe-612e-b851e68d2195	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	49	2026-08-13 14:49:56+00
902a84a2-7e31-4cd1-cd04-317fc79051cf	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	50	2026-08-13 08:27:23+00
99153f3a-5a66-6a04-a17b-acbf0f30c9bb	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	51	2026-08-13 02:48:50+00
cbf87e4c-1579-9993-7d06-83cc39959a90	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	52	2026-08-13 16:02:34+00
371707ab-5548-87a1-347c-83aa779db9db	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	53	2026-08-13 15:37:34+00
f49224a5-9d4f-5f89-b9d2-476cfc9d5e20	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	54	2026-08-13 04:45:46+00
940d246d-6ec4-f27a-64ce-e94eee1bdd71	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	55	2026-08-13 06:19:46+00
a60a6b65-25e0-6f82-b76b-0abf14f3d541	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	56	2026-08-13 04:48:01+00
0df2b0fd-9dd4-7e45-e15d-e7140a66c2e1	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	57	2026-08-13 20:52:21+00
cf9565e9-2107-006a-613c-44e2005bc4d9	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	58	2026-08-13 05:04:33+00
c7a615ac-d8de-0264-e54d-eadeb8261e01	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	59	2026-08-13 11:51:45+00
f0323903-79aa-f76a-1f4b-637b63f3e232	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	60	2026-08-13 19:03:25+00
4c7eac46-779d-e9bc-6f2a-5a5fbc0fedea	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	61	2026-08-13 00:17:50+00
648d4c57-eba9-7cf0-83de-3c79c37e3f5d	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	62	2026-08-13 05:17:36+00
21a13c22-1588-339e-46ac-1c4840cb8713	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	63	2026-08-13 14:56:05+00
ea825cdf-69fe-780b-e499-86eab15204e3	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	64	2026-08-13 22:28:54+00
557c91c9-882d-c948-aa00-20b2e753d2db	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	65	2026-08-13 07:25:52+00
01799f66-7074-c40d-d4b8-33e72a39c90e	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	66	2026-08-13 09:35:17+00
fd1b2f01-38e2-ade9-a1d7-0cd366c5df34	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	67	2026-08-13 19:55:03+00
e5a1cd2b-1200-f48d-779d-66dfcef61945	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	68	2026-08-13 06:32:37+00
66b77f11-b2b1-8c75-ed6c-228d282d16e6	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	69	2026-08-13 23:14:52+00
2455e3fa-477b-0035-38d5-2c86dccb0255	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	70	2026-08-13 02:04:44+00
f2143859-e678-5bbe-dff9-b6d8af0502c0	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	71	2026-08-13 13:37:51+00
8f7d9713-f678-a1ec-249c-5bf5acf1636b	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	72	2026-08-13 13:17:45+00
c63feb6c-a19f-6ecd-277f-3f7fd285a10a	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	73	2026-08-13 23:28:15+00
630c9b75-ab8e-9888-fbf4-6e0c9c54c78f	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	74	2026-08-13 15:17:34+00
5ea54689-3934-26d6-01c0-0483c9f40b6a	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	75	2026-08-13 15:27:09+00
6cdb0786-d18c-53e1-8ab8-7e37c3c1516b	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	76	2026-08-13 14:12:18+00
88837b99-ec29-b356-fefa-62900bb00ba9	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	77	2026-08-13 09:09:07+00
767fd579-f6c1-e130-7d60-896317db9a0f	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	78	2026-08-13 14:20:19+00
34434f09-55ba-256a-f526-5d97b93328cc	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	79	2026-08-13 16:32:47+00
8f27be83-1d2b-acd0-aa8c-1ea3ea9696cb	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	80	2026-08-13 16:38:44+00
1274138c-ee4e-4225-926f-bcf821a7d36b	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	81	2026-08-13 14:57:23+00
a541c9cb-ad54-c9a5-d12e-d0cb3c868d92	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	82	2026-08-13 23:53:52+00
8b1e7386-2537-7970-7f25-4af83d23c86e	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	83	2026-08-13 01:53:13+00
5b0343aa-f1f4-8d80-8f07-55210ce42f9a	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	84	2026-08-13 07:11:43+00
7eaa5e24-0aa4-d111-6b06-d4f527d087b1	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	85	2026-08-13 21:13:49+00
017b9e67-32a8-f18b-e686-303b33656383	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	86	2026-08-13 08:07:24+00
195f37ac-8d88-4008-f8da-bb77aaf52a81	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	87	2026-08-13 18:43:35+00
e1714664-ede6-775a-7230-d8514977abd1	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	88	2026-08-13 09:47:56+00
dd18f8a3-e1a8-eb2c-9f80-12c1c8ca6b8f	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	89	2026-08-13 05:11:50+00
cd86adae-6072-2c30-c539-734ba4cb5663	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	90	2026-08-13 14:09:46+00
ecdabbfa-30b8-a92a-df7a-a52ebbbba2ce	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	91	2026-08-13 04:48:00+00
55060c01-a574-3cac-a42a-879cf5167c8c	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	92	2026-08-13 00:49:16+00
93dc734c-7738-7505-ca1a-0e65f2e6405a	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	93	2026-08-13 15:00:30+00
8635aed8-406e-04c4-6458-444fd47cbc27	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	94	2026-08-13 15:10:16+00
f6634cda-e800-5532-c438-f542c262d99e	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	95	2026-08-13 03:57:34+00
9b3dd676-d7b4-15b9-1a5b-ee730e8ba403	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	96	2026-08-13 12:02:30+00
e33f86b2-09ed-7a72-0a49-f560da67ad22	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	97	2026-08-13 19:19:00+00
2f8b1b9a-484c-1870-97aa-503b63e6a0b1	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	98	2026-08-13 05:03:51+00
60130fe9-bc1c-8f20-3190-6d95dd7d9f80	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	99	2026-08-13 07:32:29+00
8a9edef7-d57c-2a2e-7858-448ed2258ef5	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	100	2026-08-13 12:14:09+00
66875ab1-fc8d-5169-1d30-ef4c7421699a	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	101	2026-08-13 00:53:22+00
ffd1173f-bc8e-f05e-7c43-69d461ce1f4e	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	102	2026-08-13 22:53:19+00
7ea4278f-bc9d-5625-4fd1-4cf1676b38a0	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	103	2026-08-13 10:35:54+00
6abbd542-d642-c2bd-574b-36b86ab11d38	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	104	2026-08-13 02:33:39+00
26e4e766-b052-f546-12fe-405cda6c0353	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	105	2026-08-13 09:18:19+00
18242286-39e6-a40c-bab1-e02b6e175f9c	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	106	2026-08-13 22:20:16+00
820b2a7c-5a90-a829-fb7d-9afb4a5a72c7	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	107	2026-08-13 07:24:40+00
3de8c15d-af8e-833e-c5ca-9fe7fa5afaf2	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	108	2026-08-13 15:21:05+00
91ecb9cb-363e-f021-512f-691937892b06	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	109	2026-08-13 09:05:57+00
8550bbd9-e89e-2a29-22b1-7a5842381be8	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	110	2026-08-13 02:27:59+00
63d4579f-c325-164c-7351-344db640bd09	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	111	2026-08-13 10:08:50+00
0688f58f-ecdc-13a8-0192-4c687e71c1ab	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	112	2026-08-13 03:12:05+00
110f8c2b-5be2-8690-c06a-e4b767f3688c	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	113	2026-08-13 12:11:38+00
a9b8366f-5f9d-8aa8-a11f-f5b2318bb0a9	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	114	2026-08-13 08:44:28+00
a4885fe6-4b03-c891-6357-688587614d2b	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	115	2026-08-13 23:10:15+00
8599919a-2f85-d4bf-093f-7337e57a0867	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	116	2026-08-13 23:35:59+00
e64eeb9f-8472-036f-6b24-1fa869e4e308	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	117	2026-08-13 22:41:29+00
06879143-a672-07b1-ac30-396cce5dc03f	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	118	2026-08-13 10:42:31+00
e1e99134-1f6a-e27c-0529-aed152f117a2	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	119	2026-08-13 14:56:48+00
1bbfe2e2-ec70-9a94-3ed3-aab9cc33178a	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	120	2026-08-13 01:36:18+00
447ccad0-44ad-6798-aafd-be7f2e39c053	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	121	2026-08-13 04:22:42+00
48539b2f-f28e-d571-df6e-7230b11d7a21	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	122	2026-08-13 15:12:44+00
e86b3d67-c86c-faa2-0795-c4adf47c3b34	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	123	2026-08-13 03:23:06+00
e5a54c28-4c5c-14e9-7116-f42add5c9df4	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	124	2026-08-13 23:21:44+00
ebde6642-7c41-3ac6-6d5b-2e3282e98ed1	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	125	2026-08-13 21:30:12+00
62c8c963-2e50-d683-4211-5acc37b34e22	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	126	2026-08-13 01:10:45+00
87388481-a150-34f5-5e87-f1c47117d919	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	127	2026-08-13 17:38:23+00
24054970-2ae5-d452-7f84-1e56caa19080	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	128	2026-08-13 15:57:29+00
228a021b-3d24-4cf2-41f5-b9482437c115	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	129	2026-08-13 15:46:28+00
4e94cf27-dd57-db99-dad8-34d83fd6878c	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	130	2026-08-13 18:18:13+00
1cf803e6-54af-1954-7cd7-bb848c4bd8fa	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	131	2026-08-13 12:29:25+00
cfd07fc5-6f59-7f0c-96f7-b14c15474353	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	132	2026-08-13 17:10:37+00
4bc17e44-6f22-e98a-263a-0962050178d6	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	133	2026-08-13 13:21:17+00
49c62ce5-2788-4f3d-6d2f-cd02ebb16730	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	134	2026-08-13 17:32:59+00
46ec504d-0d70-b47a-ba6c-28a674f3417d	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	135	2026-08-13 12:21:08+00
b7f7b114-8912-9b2e-e679-50f803139fa7	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	136	2026-08-13 21:19:28+00
0d7baab0-1758-e9e1-055a-a648192ee28c	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	137	2026-08-13 12:28:39+00
03ef586c-1610-c297-9c83-887553996410	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	138	2026-08-13 02:14:22+00
b7f0c53d-260d-f549-527d-00e4366323a9	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	139	2026-08-13 10:29:02+00
b9edadd6-ced1-d4a0-a2c0-7078622219f7	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	140	2026-08-13 13:30:30+00
2f14e3fd-52b7-2abd-92b7-90fcd3ba3aa8	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	141	2026-08-13 03:09:03+00
1741f19e-4be3-75d1-ee77-42ef395d29de	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	142	2026-08-13 04:27:06+00
a404f011-ffce-44d9-2796-d78315b97ee5	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	143	2026-08-13 14:19:30+00
cf69d0c0-65bc-4b80-4a1c-2d7c942780d4	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	144	2026-08-13 19:45:58+00
665bd0d9-f042-8837-e1d0-b3026a7a678f	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	145	2026-08-13 23:52:30+00
9c829a46-08ae-6f20-8c1d-7265f8a9c22c	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	146	2026-08-13 10:51:43+00
8fdcf354-f4e4-0d05-ef60-5556d49ac103	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	147	2026-08-13 16:07:31+00
85aa275d-9a65-58c6-4455-58965bfb46c9	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	148	2026-08-13 10:35:08+00
9ed64e45-5dcd-915c-62fb-82a7e8e1cccb	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	149	2026-08-13 13:51:23+00
9b151d5c-b481-58fc-5f24-e1953817cdf4	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	150	2026-08-13 15:38:36+00
cd7db38c-1871-dab4-d553-740ba55e595c	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	151	2026-08-13 20:20:17+00
22a43f5d-2b16-565e-b00d-20049e32642a	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	152	2026-08-13 16:16:16+00
ce0fd700-5364-d0e7-f28b-b5929f732bba	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	153	2026-08-13 14:31:56+00
96ef834b-5bc1-af06-d017-dac3f4cdddef	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	154	2026-08-13 10:15:47+00
b08c44e9-3439-a8e8-13bd-e6cf29c941f4	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	155	2026-08-13 04:36:59+00
86ec0518-51d3-e0dd-38d9-1d5f1721900c	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	156	2026-08-13 22:00:59+00
38afd7ad-cfd4-2825-4317-c979a443b4ee	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	157	2026-08-13 03:01:34+00
577a515e-f8f1-2818-9c81-ef9414f9b1a8	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	158	2026-08-13 17:20:00+00
4d3c7c9d-b979-252f-01e1-304d6fd6a0eb	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	159	2026-08-13 12:14:51+00
42640451-f508-1c2e-a972-80e379b8f980	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	160	2026-08-13 08:26:35+00
5367be6d-cdbb-9e5b-3f65-68c604d58063	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	161	2026-08-13 16:18:58+00
edb57c95-50e1-a462-c209-1c53bc5e05ef	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	162	2026-08-13 07:09:03+00
dcc93a65-18df-5833-45e7-c52e0bf6dd6f	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	163	2026-08-13 08:02:45+00
6449b98e-ba1e-8586-d526-9e566e9f2eee	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	164	2026-08-13 03:48:32+00
1dcfb21a-4648-7233-1faa-e5e658799f4e	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	165	2026-08-13 19:23:04+00
19d2e8d2-83bb-b42e-3d87-a20a8363c154	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	166	2026-08-13 05:02:38+00
04d7833a-e3a8-506d-1bb1-b1dfb7b56cff	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	167	2026-08-13 17:07:42+00
f89070df-e31f-9983-f730-bf3c4b327e63	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	168	2026-08-13 21:07:40+00
6fb7b3a0-0477-7c06-afb5-714795662c1a	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	169	2026-08-13 23:19:09+00
1a9a1ba3-c4bd-9c02-94ff-3f4200da4b95	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	170	2026-08-13 10:35:20+00
33775efe-8d86-94df-4e31-69efd3ffd431	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	171	2026-08-13 06:47:10+00
5cf8c407-1fc2-7279-5c99-b245a84ea15c	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	172	2026-08-13 08:32:42+00
114cacff-4d7a-9b5f-6dc4-a8369626fb05	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	173	2026-08-13 16:00:35+00
df5c1820-bf59-505e-5ff6-c83a60fc2688	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	174	2026-08-13 03:13:13+00
f79304a8-e2a5-bc00-bd03-ee5b5cde16d2	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	175	2026-08-13 05:39:51+00
d7c38381-395e-b5e5-8e4d-fee1d87f63e9	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	176	2026-08-13 17:07:17+00
86449e20-65ee-4f40-439a-edbcf45badb0	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	177	2026-08-13 20:29:29+00
59bc478b-5043-3c90-0992-eef48a5e6acf	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	178	2026-08-13 11:36:14+00
3d7ea9ad-f58f-c8f0-34d7-e3d952c0a1a0	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	179	2026-08-13 18:43:31+00
059ee676-f349-b6b4-239f-6709e61a8eb2	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	180	2026-08-13 16:04:32+00
fcb4c21a-5108-dfc8-b807-5e4d4fa26e6c	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	181	2026-08-13 20:54:17+00
a54ede0a-c763-86df-d734-48ca443ad607	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	182	2026-08-13 22:02:11+00
03057c52-7b3a-0e6e-fe2a-19c6e4934018	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	183	2026-08-13 06:20:57+00
88472976-723f-cde3-17b0-8b4598146a69	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	184	2026-08-13 00:47:18+00
418ae806-7ca1-1100-cbb8-0e42bd4a7343	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	185	2026-08-13 09:13:22+00
2ec688f3-3544-010d-ac5a-442eeaafa547	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	186	2026-08-13 06:26:17+00
802ac7c3-e945-d82d-83c6-78885379eddd	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	187	2026-08-13 20:24:58+00
6e2c9bad-41d5-bdb0-9895-7e6c6a966c1f	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	188	2026-08-13 09:05:12+00
16516a8c-bcce-0610-899e-ae9dd159a5f6	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	189	2026-08-13 06:47:55+00
de0a05c0-0f3d-7676-fb6d-b56b9996bdbc	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	190	2026-08-13 23:07:40+00
89eebd97-fb78-14eb-4c95-64c3a6b48949	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	191	2026-08-13 03:23:17+00
3c07dba8-80ff-6c4a-7e9a-bc93ac6574c9	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	192	2026-08-13 02:47:48+00
fc142461-1528-aafc-cb09-b0a41b9269a0	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	193	2026-08-13 01:00:26+00
04bc7d09-1508-17a1-b874-e63c43046eab	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	194	2026-08-13 00:17:06+00
32ce7cbf-87db-0642-910a-b0f17e40039a	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	195	2026-08-13 11:26:05+00
78508c2a-9d22-e54c-aaf4-e24aefc7586d	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	196	2026-08-13 19:57:15+00
817e23fe-3ba8-133b-dcaa-8b67f0f8cfda	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	197	2026-08-13 01:43:33+00
41ec9211-c836-4b75-96b6-2e695825a890	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	198	2026-08-13 20:43:24+00
055a35f8-7b6f-b69a-fae1-9addb88a1105	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	199	2026-08-13 04:56:50+00
f5709779-4a12-b4dd-6d9d-bba1c5205214	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	200	2026-08-13 06:11:37+00
ee03916c-53eb-e14a-c647-722dc75bfb0d	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	201	2026-08-13 11:02:27+00
b7d03cd1-b74a-1468-9ab8-c98c0b9048f6	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	202	2026-08-13 03:33:30+00
e5f3fc69-aead-49c7-2fbb-37954eea9fc9	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	203	2026-08-13 00:17:33+00
10e0ac27-1e19-d9d9-5780-b7531672d68e	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	204	2026-08-13 00:43:04+00
cfe967bb-7170-a2a9-c3ac-bdd94d98795b	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	205	2026-08-13 04:00:18+00
38364219-1255-2503-7805-fa0d33abc9ae	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	206	2026-08-13 20:54:40+00
854bcffe-e7d8-4ed9-174b-913f0e18ac50	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	207	2026-08-13 03:23:54+00
8cbb9fb7-2ba9-babc-c217-9973c81ba6c2	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	208	2026-08-13 02:12:51+00
531a9f9c-fa9c-05e0-7ecd-859eca0ff0a1	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	209	2026-08-13 19:30:43+00
aad70dc3-47c0-38f6-d27a-e40955402ea4	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	210	2026-08-13 21:33:18+00
ad682d0c-b074-3793-6b76-de35ba4c1e4d	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	211	2026-08-13 15:20:08+00
ce3207e6-541d-1f7c-01f3-580146ef8bda	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	212	2026-08-13 04:47:30+00
5aefae25-5f26-cb23-0361-cd184afa416e	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	213	2026-08-13 20:04:41+00
fa029986-69f0-8808-3ff4-4f80f0f0030a	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	214	2026-08-13 05:03:55+00
aa08297d-6df8-79fd-56af-b8b39f5a9ff0	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	215	2026-08-13 11:27:11+00
8058922d-718e-5ccd-baf2-c873bc3b707c	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	216	2026-08-13 22:57:25+00
04f78dc4-62a5-3cbf-33b5-c940b7faa8c9	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	217	2026-08-13 21:01:01+00
c3f3d3a4-a2a7-6bc0-bbc3-f957224ef28f	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	218	2026-08-13 07:31:11+00
e4a99325-44a9-8cfc-5093-7f1c1e359472	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	219	2026-08-13 04:46:50+00
b4f44ccd-ef29-aa1f-1ae2-cbdc47eb4f9f	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	220	2026-08-13 10:08:17+00
05a02767-214b-d521-d503-67c6c277d6bd	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	221	2026-08-13 01:10:44+00
fc84088c-aaec-037e-8b1b-06148e8b25c5	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	222	2026-08-13 10:41:41+00
84d035b6-71ce-4dcb-955a-be417cbab84d	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	223	2026-08-13 23:47:57+00
bd4c3d3b-456b-a926-476e-cb432b3c3633	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	224	2026-08-13 17:36:43+00
e038ba31-a9f3-f17c-eedb-8ab6abd85644	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	225	2026-08-13 06:03:24+00
6051557a-cf56-d26c-ecfe-38fcab2d7634	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	226	2026-08-13 21:48:35+00
ea4ed472-d51a-3512-3fa2-6bdc0750d41c	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	227	2026-08-13 15:03:34+00
3297d53c-a45e-af2f-95a1-ca28289b8267	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	228	2026-08-13 17:36:36+00
71157544-2102-51e0-dd7b-9248e96b876a	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	229	2026-08-13 11:28:47+00
2c5d15ea-7f1c-2a67-5dfc-df82223f02a2	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	230	2026-08-13 23:37:59+00
b3d58d6f-24a1-690a-857c-e5e93fd5adb5	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	231	2026-08-13 14:36:09+00
8193e01c-b9b5-2fa5-7e27-1fded29be585	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	232	2026-08-13 00:29:57+00
918baaed-16d8-e07d-2302-84c87f2e36b4	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	233	2026-08-13 19:30:09+00
ca568702-3790-b8ac-6deb-a9ba0f86d51e	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	234	2026-08-13 12:56:19+00
73d58845-5fca-f2c0-5438-8827bb6ac1fb	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	235	2026-08-13 21:47:55+00
2a5c17ed-5687-bfce-3d3f-b7f6862f23bc	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	236	2026-08-13 21:56:35+00
b067de43-9219-7452-e4ef-2384bf621745	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	237	2026-08-13 00:37:36+00
081010c7-7c63-155c-6578-73ab0b10b86d	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	238	2026-08-13 15:00:29+00
f8db8dbc-2b56-dbae-28ae-51dea6c94acf	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	239	2026-08-13 15:43:40+00
c720b17a-7b6c-a9b5-016e-89ed7890a075	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	240	2026-08-13 04:33:25+00
1e688a29-1fd6-8703-6923-1eb52a1d3292	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	241	2026-08-13 04:39:56+00
644e9668-aea5-2016-4fde-750ecdbd3d36	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	242	2026-08-13 19:20:14+00
de55a607-2354-e369-907b-7fa22d4fd6b8	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	243	2026-08-13 11:54:22+00
333423b6-ef0a-e5f4-8436-a7f46622541d	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	244	2026-08-13 01:19:24+00
e71a052f-b4f5-f103-cb5e-e36db65406ef	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	245	2026-08-13 10:08:55+00
7a6494ea-be89-6ff6-97fa-0f847ce9cadb	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	246	2026-08-13 17:59:09+00
c64716bc-6e53-ae03-c2e3-578ca87fa8ee	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	247	2026-08-13 13:26:16+00
99e4821e-0a30-2f99-cfa4-207cc95ee407	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	248	2026-08-13 22:39:42+00
cc37ade0-25bf-f7f7-1f0f-32f38640bff0	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	249	2026-08-13 00:23:11+00
2c83c26a-b270-e050-a63b-7af7ea3aac4a	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	250	2026-08-13 13:55:06+00
6002b83b-8620-b0d4-c05c-6d200e3e0854	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	251	2026-08-13 01:18:16+00
02da46d9-12a1-ee11-f5c3-db14b99c970e	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	252	2026-08-13 11:47:54+00
3e105570-c8ea-e221-52ca-05929670b8a6	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	253	2026-08-13 00:59:56+00
3fbca75a-e8f1-f8f7-ab2b-14c153687a1d	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	254	2026-08-13 21:00:53+00
5bac374a-7d9d-7657-2f1e-c586f288f65b	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	255	2026-08-13 05:07:01+00
3dc47173-463f-6329-5bee-1433928cd7bb	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	256	2026-08-13 08:34:31+00
bebe3006-57f1-b44c-7bb3-310d8f98522c	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	257	2026-08-13 11:58:40+00
42a47689-bfb0-8eba-ee32-dda00cc7d02e	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	258	2026-08-13 05:51:29+00
c1a84f0a-a00c-bb56-a742-9f8fc16f74f1	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	259	2026-08-13 01:17:12+00
8e274cf2-7948-cfe0-39f2-326d9b8d107a	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	260	2026-08-13 06:50:50+00
a244312f-d3f9-7863-83a1-88301bcee8bb	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	261	2026-08-13 09:13:21+00
6c9497c2-0df7-5b4e-d823-f80bc702186d	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	262	2026-08-13 12:39:03+00
5b5d16cc-35db-c98e-670c-7902367b4936	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	263	2026-08-13 14:37:03+00
a9601f4d-7bf5-8ab5-1cc6-92d000290da8	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	264	2026-08-13 00:24:06+00
8f03a765-a20d-7d89-ab34-129f52c2065d	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	265	2026-08-13 14:40:25+00
d99a7de7-60c9-7021-6b22-351758b874cf	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	266	2026-08-13 14:38:19+00
5f2c780f-0c9b-e8fe-b885-bb1b17031c03	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	267	2026-08-13 23:21:38+00
3a52d83b-75b1-8c0d-636b-f664a4c90ce9	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	268	2026-08-13 08:15:13+00
ff10e94c-215f-febc-5215-3b5fe07f7562	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	269	2026-08-13 10:11:10+00
73b10d0e-5cfa-06ec-1871-a8f5d0b6de53	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	270	2026-08-13 12:47:04+00
a31d874a-16b9-8ef8-59d7-ff298b7be78c	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	271	2026-08-13 23:14:01+00
fa790d13-4d88-786a-829e-03d831b5cc4f	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	272	2026-08-13 23:49:45+00
b9b7a88e-6b98-fd24-24e5-c79402b52eb9	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	273	2026-08-13 21:09:44+00
82e23ebf-ea5e-14c4-7ae7-8475e262cd4c	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	274	2026-08-13 13:50:11+00
8a6fb600-6a48-6cf0-9d68-3133b24fde1d	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	275	2026-08-13 22:44:46+00
f956fd72-6be9-3647-38c7-7afe732da933	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	276	2026-08-13 05:49:23+00
86c2d53b-2dc6-7440-9396-5b05fe2cd1f7	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	277	2026-08-13 22:19:46+00
e61c9e64-b8ad-4644-17d4-a1fbc378dae4	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	278	2026-08-13 18:33:16+00
2b40e04e-e3e2-ebfa-fd11-15b93e723156	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	279	2026-08-13 20:07:21+00
8ca144ac-ed6e-8429-236a-d17538786b44	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	280	2026-08-13 09:16:44+00
7164ec43-4543-2ced-e78d-927788c1ea9d	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	281	2026-08-13 02:20:44+00
f815f12a-3860-9eb1-3439-71620470477d	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	282	2026-08-13 15:26:51+00
ca344d6b-c439-43a6-6f37-ec6faca6bd3b	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	283	2026-08-13 15:18:09+00
c8bf7c6e-b73e-fe42-7a20-28f198e69238	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	284	2026-08-13 12:22:17+00
650c7d87-6c7c-3998-9e43-91af25dbe4bd	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	285	2026-08-13 02:05:52+00
a368b8e7-8f77-b7b0-a68f-aa2ee9d17658	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	286	2026-08-13 01:36:36+00
95e6c1ba-1331-0562-c20c-6b2c801935a8	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	287	2026-08-13 08:54:39+00
caea4c9d-4083-725e-f421-8edc07f627eb	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	288	2026-08-13 15:25:46+00
5a6c476b-e3d6-a7b6-6382-eadb598ee146	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	289	2026-08-13 18:18:42+00
9a8b26a5-9b36-3207-9121-bb3b9adf45e5	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	290	2026-08-13 22:18:47+00
39af868b-1cc0-bbd1-ce49-1c306ffcb61b	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	291	2026-08-13 21:29:25+00
14735a7a-cb06-72f4-d60d-5fb18453547e	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	292	2026-08-13 19:31:32+00
570ea9dc-5881-4cd1-cf1b-c8094be68bbf	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	293	2026-08-13 12:48:12+00
3d8da8a8-41f1-da26-715e-5f2a4af3c412	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	294	2026-08-13 13:46:13+00
7acac943-5d4d-8a51-c424-0486f3fd0bbe	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	295	2026-08-13 19:10:58+00
e82d39f1-5f57-84fc-431a-3baa1bd5b940	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	296	2026-08-13 05:40:24+00
8c7791ae-8d3b-75bf-3902-a84634be217c	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	297	2026-08-13 14:03:31+00
e8f74240-e236-53d9-9c2d-c72a124a03e7	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	298	2026-08-13 15:58:08+00
98c5288c-7f72-bfe8-fca7-5e03b703b912	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	299	2026-08-13 04:44:50+00
66ae4073-e641-8652-088a-0b3c358b803f	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	300	2026-08-13 18:25:53+00
f74bc7dc-a3a6-9281-b2f7-2fcc60d2a29a	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	301	2026-08-13 20:25:00+00
4052f96a-10f7-79bc-c7e5-22d4ad4fa16f	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	302	2026-08-13 00:35:05+00
0d1f0984-6198-012f-0775-ad354efaa7b0	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	303	2026-08-13 23:43:04+00
1b74767a-58cd-b997-705c-960cb9fea187	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	304	2026-08-13 08:18:37+00
411ab856-6adb-3d18-07bd-b2448cc32a9c	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	305	2026-08-13 13:54:14+00
69a1e014-7107-abf9-2d9b-b344b10b1dfd	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	306	2026-08-13 03:06:37+00
48ba851a-1378-246a-0f96-b540ad0cd886	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	307	2026-08-13 20:29:58+00
13884fc1-963c-ab72-c5bd-546db526024c	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	308	2026-08-13 12:20:47+00
50dd9586-7aaa-2732-a20d-a5b88edf6a4e	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	309	2026-08-13 05:16:11+00
d9125b9c-e9d8-679a-ece0-930cc169e1c3	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	310	2026-08-13 00:09:00+00
92527243-0ca0-f265-3916-5ea0ff2d93ac	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	311	2026-08-13 01:19:59+00
e0f7724e-1c5a-cfe7-44be-96a4c6296cf6	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	312	2026-08-13 20:20:11+00
4de64a89-1236-aabc-d2a7-9dc0dc27a7fc	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	313	2026-08-13 03:05:21+00
5f46a022-2ef5-1937-e5e7-b41ceeca04ec	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	314	2026-08-13 12:16:59+00
8a6dfce1-77a6-67b7-1b59-236856cb89ad	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	315	2026-08-13 13:47:13+00
29f28772-a29d-f984-cd31-92c67746518d	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	316	2026-08-13 18:15:40+00
06e433eb-2ba1-a492-5bc6-b428255782aa	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	317	2026-08-13 17:59:36+00
8325b3d2-2ea7-3fab-9406-7ab83d08bde5	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	318	2026-08-13 07:45:37+00
a0046dfd-bc68-8b43-b783-a087ac2d9c2a	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	319	2026-08-13 05:27:16+00
5272cf89-cd7d-c775-fe72-14d7497263b6	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	320	2026-08-13 04:56:22+00
7f1d7616-0200-8f18-0ee9-7e9ba49a840c	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	321	2026-08-13 22:19:32+00
0f12fe9f-a8d0-dfe1-3feb-fc021cdf2530	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	322	2026-08-13 11:36:31+00
7d871705-7ad1-1eb1-0f55-1a909d963f78	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	323	2026-08-13 05:31:41+00
5da7b70d-aaf2-0d13-3ff3-f4888fd970bb	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	324	2026-08-13 03:58:55+00
4859bd01-2196-c4c6-2337-f92c7d2c2513	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	325	2026-08-13 00:19:42+00
3c656235-053f-0f8d-82dc-74871bf34f76	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	326	2026-08-13 16:05:56+00
bf92f8df-6d88-0c6d-535a-7a08f1683078	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	327	2026-08-13 00:05:04+00
8556fbbe-ec91-158d-7bbc-7fc13a4d1e6b	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	328	2026-08-13 00:30:18+00
073af96a-439b-f178-dd07-407d62067084	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	329	2026-08-13 16:44:51+00
3cd49212-efa1-0c02-1c4b-af3dd883cee4	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	330	2026-08-13 07:53:09+00
e4cc4810-03dd-2c2c-f66f-8440ec918e2b	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	331	2026-08-13 04:12:45+00
8cb78724-ccdf-9a27-3979-12c3684e66a7	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	332	2026-08-13 20:15:50+00
e187c47b-800c-48f1-e980-a1ba22315ac0	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	333	2026-08-13 11:09:02+00
76209819-e483-4de6-5714-f403286cc464	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	334	2026-08-13 05:07:37+00
900cef98-8be2-f220-93ea-b3570470d2cb	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	335	2026-08-13 11:44:33+00
f813f8e5-a50f-0ccc-9b21-2285a72b74d4	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	336	2026-08-13 14:16:41+00
d3a8ac1c-5e07-d712-a1b1-c164ed166c5a	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	337	2026-08-13 11:09:14+00
f8ddde9d-cd41-d967-4ef5-d20ec0e20292	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	338	2026-08-13 23:32:08+00
35a846d1-a275-9fec-2a53-77d69babf1ff	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	339	2026-08-13 04:03:10+00
ef4b838a-5d21-92a2-a804-227d5c7be7e5	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	340	2026-08-13 02:54:30+00
b657c4fd-2a66-4c04-359d-38dba4425433	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	341	2026-08-13 09:58:08+00
ef5215b5-150c-eb5a-a5d7-cb605033a8c5	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	342	2026-08-13 08:01:26+00
50d06943-bac5-b9a0-9aa4-c4b073baef83	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	343	2026-08-13 12:02:23+00
0ff3b84d-6e8b-3a75-c9f0-badcdacbd848	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	344	2026-08-13 21:43:18+00
a6ef60e9-7278-0f96-e562-9b87d1b65596	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	345	2026-08-13 10:00:02+00
4e2cd8a9-a53d-ed15-bf93-a54b706bf24c	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	346	2026-08-13 18:04:37+00
8e494f0b-97f1-02b9-88e3-631f4fbe6ab9	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	347	2026-08-13 18:42:21+00
59822f72-cc40-ff02-aa84-2cd5890484c6	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	348	2026-08-13 23:52:42+00
f15ca89f-261e-16a0-b739-483af569b3ae	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	349	2026-08-13 07:54:42+00
7de0b8fb-97f7-d332-d1a8-dbc78de99dc0	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	350	2026-08-13 07:15:15+00
302a83c4-86eb-9a31-176c-a065adc73018	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	351	2026-08-13 10:09:32+00
498384a0-29c2-980c-fdb4-fa4d723b44c5	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	352	2026-08-13 01:34:03+00
98ffe7b4-31f5-6924-2ee5-808a4a1107aa	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	353	2026-08-13 03:02:04+00
ee4def4a-a976-1be4-7f13-8a2daacffac5	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	354	2026-08-13 03:09:15+00
f3b5bbdd-95aa-fa1a-7c93-8a3340fe7cce	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	355	2026-08-13 17:40:28+00
0e229d7f-6814-cc50-feb1-5dc113104726	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	356	2026-08-13 22:52:04+00
19c9218a-1b99-39fa-2b9e-bb4f239c086c	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	357	2026-08-13 04:46:42+00
d0ad5417-bbf4-eb81-b446-3dd7fa6547fb	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	358	2026-08-13 21:55:49+00
a0768cf6-a621-ddc0-1f15-a567f869f476	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	359	2026-08-13 01:49:51+00
92b004bb-f41b-a861-82aa-7fd4ffeb18fb	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	360	2026-08-13 18:32:02+00
48acdd6b-bfa6-9363-c29f-06258f624beb	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	361	2026-08-13 04:54:38+00
5aca6397-f40f-1348-7803-5f7e4076d76e	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	362	2026-08-13 04:35:50+00
0fefa578-6e61-c6db-0e25-fb7678aefcab	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	363	2026-08-13 20:09:09+00
f5f5bcc4-73bb-1af9-ffb8-6c23c36d7440	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	364	2026-08-13 20:01:47+00
770c51c2-f130-728d-5e7f-ce2e2299b5b7	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	365	2026-08-13 14:58:12+00
81e7fa87-16bb-add3-1132-b70fbf6825b4	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	366	2026-08-13 13:48:13+00
f253f27e-3ee7-7ea7-147e-c4160058ca66	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	367	2026-08-13 05:00:53+00
3d2963d8-0d9c-5b8c-1128-3ff7800e0420	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	368	2026-08-13 19:41:57+00
333b2997-a215-d587-468a-7f5c34293793	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	369	2026-08-13 16:58:44+00
2d4b58c8-5929-b6b7-ca83-86f84f6f3540	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	370	2026-08-13 10:44:16+00
8412b6d9-2428-725e-5e24-d7a73f67f1cb	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	371	2026-08-13 02:10:26+00
c20a43cb-5890-81de-c50e-2866fd91fc41	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	372	2026-08-13 11:27:10+00
02c46a90-8f11-e46d-19d8-e8f43ffca77f	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	373	2026-08-13 01:13:25+00
9af90060-4cc9-5fd9-0fb8-67ab11d5463a	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	374	2026-08-13 01:02:25+00
7db3ee61-6915-13b5-e83f-347f4d6e142e	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	375	2026-08-13 04:47:18+00
1e36c40a-8413-962e-8619-b5a4d8934f9a	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	376	2026-08-13 09:52:31+00
04a15d9a-e2a3-3d3b-c016-592ea0e0629c	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	377	2026-08-13 16:28:04+00
6c82cd14-8557-4b4b-ad3d-95427e6de80b	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	378	2026-08-13 17:27:24+00
b17f17f7-a1b5-c93a-97c6-dc5159cfe940	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	379	2026-08-13 19:49:33+00
6f217cd3-c6f8-507d-bc9e-06e75e9e3e74	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	380	2026-08-13 15:02:19+00
097c7f5c-5b1d-9610-d7fa-aa8bcde354db	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	381	2026-08-13 09:24:31+00
1546efa0-74e1-085d-3c3f-647291f84d50	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	382	2026-08-13 11:50:36+00
82df0ac5-3815-448f-a59e-2079d25496aa	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	383	2026-08-13 02:22:04+00
34168afe-cf27-b111-dea7-3320693fdde1	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	384	2026-08-13 06:55:57+00
e91ee6c5-0b57-fcdf-c804-9e0827f11ae2	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	385	2026-08-13 17:30:18+00
e5ab6241-fc07-2aca-1f30-0874099620bf	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	386	2026-08-13 08:05:28+00
6ad3a144-4e7e-a015-c810-ef4fed0c187d	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	387	2026-08-13 15:19:39+00
622508c0-15fb-6fa5-9cab-675c4ddd358f	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	388	2026-08-13 07:38:51+00
4691fb1b-e01c-6f3f-17f1-e78a12e58e49	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	389	2026-08-13 06:35:33+00
2a10ee8d-fa47-1d87-4802-b05d90f7d481	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	390	2026-08-13 01:54:04+00
51d90fb3-491c-779f-2a48-b7ed4b231b56	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	391	2026-08-13 06:18:24+00
78b5ce13-7bb7-042c-c5ab-2dc680bbfe1f	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	392	2026-08-13 20:54:33+00
88af030b-a6e6-0006-9296-05ae0a3b7d74	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	393	2026-08-13 19:10:45+00
ca71d2f1-2919-7cb4-0315-ac095e4347e6	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	394	2026-08-13 20:37:26+00
b979d209-c432-35de-60e1-c88ba67445b0	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	395	2026-08-13 19:43:56+00
3a54b5a3-1f2f-1b1e-d48b-552c63766a6d	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	396	2026-08-13 19:32:16+00
2a0d862a-289c-a750-b1a9-663869258213	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	397	2026-08-13 04:12:34+00
33189ffc-5c31-873a-a042-ede16dad380e	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	398	2026-08-13 03:09:38+00
69436bf1-d66d-6409-5f85-e78646674e94	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	399	2026-08-13 17:11:14+00
32073eb6-f06c-5148-f480-436cb782fe38	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	400	2026-08-13 02:06:42+00
df13d66f-5156-35fe-b8ad-07de2323dd02	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	401	2026-08-13 08:40:44+00
5c53126e-523d-3b65-dee8-71e6227205b3	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	402	2026-08-13 18:26:18+00
a1287e5b-75e8-11bc-decd-a57424def57b	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	403	2026-08-13 19:37:08+00
b981cef1-fd40-9952-05a0-284b76eed538	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	404	2026-08-13 20:34:36+00
4343688a-0ff1-06ee-d7c9-75d499202096	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	405	2026-08-13 23:39:21+00
1beb1657-7074-e78a-292d-557a09c3d362	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	406	2026-08-13 13:59:16+00
8120db5e-ad2b-37ee-fb9c-82322b7730b6	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	407	2026-08-13 16:28:43+00
158f9412-b064-c108-ed0d-41eb81a36d20	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	408	2026-08-13 08:27:58+00
d82ac4a4-d74a-14de-7651-a9c794a5279c	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	409	2026-08-13 15:37:15+00
dda1a554-5669-905e-c970-c2fff7373f3d	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	410	2026-08-13 06:34:34+00
497dc074-1aac-a354-e82f-f16b3ae7128b	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	411	2026-08-13 20:39:40+00
a550ee16-05fe-7d10-357c-5412239077dd	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	412	2026-08-13 10:01:57+00
99960a6a-4dea-b41b-a65d-8163a72638e2	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	413	2026-08-13 16:17:10+00
887c937f-c64c-1506-4f50-f192884ddab0	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	414	2026-08-13 02:09:33+00
2f1cff44-78ec-6ad3-b3a0-4ed0755dbeb9	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	415	2026-08-13 02:45:42+00
d20653e2-770a-affc-7b3f-7825c17e16e6	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	416	2026-08-13 11:02:20+00
734bbc57-e3bb-07db-0689-d5e901c7138b	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	417	2026-08-13 22:35:26+00
e9e47371-060b-76b3-d81c-de3d8ce9d114	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	418	2026-08-13 18:14:51+00
10cfec5c-55a3-9efc-5bb9-980a478aeff5	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	419	2026-08-13 06:38:10+00
113e6f51-5732-4204-f063-04303aa272ce	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	420	2026-08-13 11:01:58+00
91c2bc3a-39cf-b9d2-8b4b-6553be914958	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	421	2026-08-13 21:25:08+00
1638be06-d3f3-adca-4738-b5085f1a92fb	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	422	2026-08-13 03:19:47+00
a5def668-ecd6-81c5-46cf-7f2889def466	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	423	2026-08-13 06:21:30+00
80415fc8-328d-52fc-d179-d883f0625e77	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	424	2026-08-13 19:58:17+00
f54054a1-b300-9771-ed76-af6892066abd	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	425	2026-08-13 08:06:20+00
e4700df8-df39-7ece-7242-860ef6ac73ec	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	426	2026-08-13 20:26:32+00
8e7b150b-438b-4acd-e7d5-3f90763f3bce	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	427	2026-08-13 01:17:23+00
88a2a32f-9b1d-5765-f182-d179036b2ef7	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	428	2026-08-13 10:03:22+00
f701914c-8257-9087-b66b-ec949675d2a5	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	429	2026-08-13 02:53:43+00
7902f3b3-6a98-9475-f0bc-dc4c209c06fc	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	430	2026-08-13 07:19:55+00
cc1aebab-03dd-610d-68c7-9ccdc8829633	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	431	2026-08-13 07:31:00+00
e2be6222-6b8e-9562-6242-9e2eaf1609d5	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	432	2026-08-13 05:15:02+00
511ee925-93b4-e95d-1be9-e2f7c7993ca4	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	433	2026-08-13 10:13:09+00
dc6cd276-1a65-522d-14e0-154bea400248	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	434	2026-08-13 21:40:17+00
16b1771a-4770-9a27-e790-7fee9df8174a	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	435	2026-08-13 14:05:30+00
bf17859b-7e3c-653b-cff9-66fcaf0d8af4	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	436	2026-08-13 01:38:54+00
b315c498-5b0c-5570-67e9-5a201ce340e0	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	437	2026-08-13 02:52:52+00
151dd18a-3b56-a9ab-b8d3-384b528a9267	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	438	2026-08-13 13:51:19+00
8a2afa2b-175d-756e-6edb-e4795f87839b	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	439	2026-08-13 09:47:02+00
0b89b75c-2e19-cb63-c83e-6a7ca0227523	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	440	2026-08-13 02:18:41+00
f645af04-3da9-36e8-a6ef-25e7eeb1c703	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	441	2026-08-13 08:18:03+00
9e790470-77b8-c699-7c00-a538fba11205	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	442	2026-08-13 02:56:54+00
8dde7e62-7fa4-9d20-ce1e-404ca7ae503e	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	443	2026-08-13 09:53:21+00
b97ffaa6-aab7-ffd6-692c-00435a353a80	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	444	2026-08-13 21:37:58+00
4c3340a4-f8aa-7ac3-1c8c-b86ae1cb68b6	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	445	2026-08-13 20:40:27+00
1a975a96-33f2-6b8c-7491-6c2625240b08	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	446	2026-08-13 18:20:13+00
3d68fb92-58a6-0ad2-c041-de8016c8e805	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	447	2026-08-13 05:14:43+00
6fa2a145-9511-4583-aefc-e93e44cd7fa4	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	448	2026-08-13 23:48:49+00
8a027b00-b0a8-cf33-dfb2-fe96291c39a5	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	449	2026-08-13 22:19:42+00
b82fd3dc-09c9-6360-58d5-25417a60cdca	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	450	2026-08-13 15:14:06+00
79df258e-b978-7c77-1cce-1cab63467d34	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	451	2026-08-13 08:10:43+00
fe0291a0-701e-02af-a34f-1a7dc616e4f7	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	452	2026-08-13 18:58:55+00
70eddf90-363d-b3e3-935c-0b1fa28bf96b	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	453	2026-08-13 16:10:49+00
5f1f1240-81c2-6d2f-8fac-7b304309653a	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	454	2026-08-13 19:37:30+00
be0d27f9-aab3-a83e-6aec-54a919feb963	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	455	2026-08-13 05:56:10+00
ff475631-c9ba-6336-1b8e-8912d73f48f4	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	456	2026-08-13 02:43:47+00
37cebf34-1c04-e3bf-783c-580a818e5a67	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	457	2026-08-13 09:59:45+00
6821adef-efaf-dfec-ed83-518f50b85b49	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	458	2026-08-13 07:17:57+00
75bad88c-eb99-2272-ebe1-895ccfb4551a	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	459	2026-08-13 00:48:47+00
1db5b36e-7141-2507-9e5f-1511f66917bd	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	460	2026-08-13 01:13:00+00
332860cc-a353-4aba-a7f7-9502336f311b	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	461	2026-08-13 13:16:16+00
56175b52-4ce4-2b3b-3d5c-58543ff5d373	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	462	2026-08-13 09:00:52+00
90ef2be6-5951-586d-1143-b9ad71ea34a2	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	463	2026-08-13 02:23:07+00
b7e42c8a-67fa-b512-5bd4-ca6d6574a6ff	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	464	2026-08-13 14:46:01+00
478a2a38-104a-d086-7b35-f1fcb2d3258d	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	465	2026-08-13 20:47:02+00
20cb780b-1ee9-80ec-cc12-70db7f01a670	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	466	2026-08-13 14:53:56+00
402bfc11-e6d9-d931-a947-99f99d93efaa	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	467	2026-08-13 07:26:35+00
d476d23a-8836-d5aa-4177-ef299514dac8	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	468	2026-08-13 06:48:48+00
d636ca25-97b8-d948-e1dd-ca76051f9183	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	469	2026-08-13 22:37:30+00
8e316ecb-2d48-e47c-65ed-c5feba53d126	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	470	2026-08-13 18:24:55+00
97d12996-9d57-8fdd-f1c7-61a4fee229db	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	471	2026-08-13 02:13:57+00
4ba33e45-f4c9-7d43-7437-08e40085d57e	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	472	2026-08-13 04:42:09+00
46a0b776-1358-1116-6809-dc6e88490c69	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	473	2026-08-13 20:23:10+00
3bf9847e-7c26-f95e-afcb-6d8d501aa40b	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	474	2026-08-13 11:41:21+00
45519fec-9f0a-0d71-0c85-0a00afcf010c	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	475	2026-08-13 18:37:25+00
01aad637-b1ae-37f9-e6e6-e6232f63ff6c	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	476	2026-08-13 17:01:13+00
a600dbbd-bd33-298d-e276-14a628551c0f	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	477	2026-08-13 00:30:15+00
381d1be3-00ea-b7ed-12be-120b687d6787	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	478	2026-08-13 02:10:45+00
879f1185-d412-6597-67db-f6f19582060b	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	479	2026-08-13 10:21:18+00
99a8a498-d437-d8c9-4a4e-272615cfacb6	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	480	2026-08-13 03:30:37+00
99312126-f95a-3fbe-a2e4-da0a5dedb4cc	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	481	2026-08-13 15:20:37+00
2538de6c-7f1c-25e0-9d51-114c5ed9e46a	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	482	2026-08-13 21:38:04+00
545d3daf-3ec3-558e-c4ff-7913922fb727	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	483	2026-08-13 02:35:15+00
de0e1eb3-10c0-aa76-688b-81557640376b	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	484	2026-08-13 13:20:43+00
123d8dcc-335e-df9b-563f-fb075b6cffcc	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	485	2026-08-13 18:05:36+00
a1037014-a6ca-e1d7-9663-b762f58d839d	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	486	2026-08-13 10:07:13+00
ef8341a1-b530-753c-a00f-2253898105d3	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	487	2026-08-13 19:17:41+00
b6342427-2a22-c108-4d85-8f82c34478bb	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	488	2026-08-13 02:38:42+00
86f82a46-e413-fb90-d947-8b538709c375	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	489	2026-08-13 15:40:36+00
18664182-6e0d-ea56-bd11-251f4fbb5567	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	490	2026-08-13 18:35:09+00
b4de4e32-2de1-a0b0-42d9-9fec7bb3947c	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	491	2026-08-13 23:52:43+00
dfa14d1d-afa1-85dd-4f0f-d273764fe418	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	492	2026-08-13 18:46:29+00
67a68901-cbb5-87d7-855c-dda8bffae39a	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	493	2026-08-13 22:08:06+00
4d9280f1-ff02-408e-83ba-39654f5808ef	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	494	2026-08-13 08:14:06+00
8c716d8f-92fb-73ea-4c63-e2b7899ec9b7	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	495	2026-08-13 18:09:18+00
35a29e35-c2ea-4bb3-c1f7-c94ea668bae3	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	496	2026-08-13 10:17:08+00
4dde3b75-de4a-683c-df6d-e5b49f1904d9	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	497	2026-08-13 11:23:39+00
6af6e53a-587c-f2ae-68fe-c4022f53da7a	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	498	2026-08-13 01:09:40+00
346fb17d-afff-3377-2fa5-ca53f68b11ce	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	499	2026-08-13 03:48:26+00
e551d502-1eff-e52f-c1bc-61135b2f38c6	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	500	2026-08-13 08:29:19+00
1b7079a6-4144-5482-812e-4ae62a87f7b9	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	501	2026-08-13 20:24:33+00
1ebd15e4-99d1-2139-10cb-74fd0058d0e8	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	502	2026-08-13 06:24:41+00
08a58e48-b12c-25af-c3b8-3d6423501346	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	503	2026-08-13 17:57:05+00
88ce489e-f4bc-8f36-e037-aeab06b9889e	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	504	2026-08-13 22:53:30+00
bac12908-453c-7df9-9c2a-1926f06029af	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	505	2026-08-13 18:45:05+00
8ddaa960-0ba9-63ab-0be0-bf6be3ece334	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	506	2026-08-13 19:12:03+00
db598770-dbca-6db9-28eb-6028e61dbcd8	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	507	2026-08-13 18:21:14+00
f3af3360-2217-b409-792b-dbd61a4d4c53	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	508	2026-08-13 10:14:36+00
a6c88199-3281-0d64-a105-ff23f22bf102	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	509	2026-08-13 20:30:05+00
ff845e71-8232-2237-b6fd-1f6f618a581c	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	510	2026-08-13 00:47:14+00
f9d67aea-9361-c319-a440-48560fde4558	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	511	2026-08-13 17:21:29+00
c59b4b05-1a18-75ab-0db2-fba27fb98530	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	512	2026-08-13 19:37:23+00
ec1c5ad7-38dd-80d4-21a7-30f4d424ba0a	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	513	2026-08-13 07:34:09+00
82f42d61-907b-e7fe-e142-f46f01e336f1	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	514	2026-08-13 22:03:38+00
1d7aa025-e4e8-4127-879a-4d34839f3a28	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	515	2026-08-13 18:18:05+00
6dc29241-57da-9ecc-fe71-a0cd0ee7939a	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	516	2026-08-13 02:13:25+00
36926c53-22b7-78ff-e8b1-956f9dddc9ff	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	517	2026-08-13 05:23:20+00
293e5e00-8dc2-47e9-690f-ee45932f5e0b	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	518	2026-08-13 14:19:01+00
49b5014a-bf1a-1ea4-94a0-97ec1baafcd5	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	519	2026-08-13 09:23:28+00
e7bf98eb-256e-542e-57a3-7bf83ca66ba7	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	520	2026-08-13 22:07:25+00
851c278b-9de6-7ee7-efc5-bdba32b4a9e2	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	521	2026-08-13 00:17:30+00
947e3a10-486f-5738-f803-b6c995b23413	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	522	2026-08-13 23:32:39+00
248a4b91-7a7d-b599-e57c-5675f3460667	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	523	2026-08-13 23:25:34+00
2a44b046-a323-52a8-eafb-2d1b8e5712e7	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	524	2026-08-13 03:04:54+00
2995311a-3984-5c5e-c3b4-4961ff37f8d7	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	525	2026-08-13 16:10:52+00
ebccc91f-6809-8494-3939-9e044c049cd4	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	526	2026-08-13 19:26:39+00
94de19df-c789-5d59-8038-00fe698e8fc7	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	527	2026-08-13 14:15:06+00
58b23b13-25df-ec9f-ed0b-f63c14d1a8a6	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	528	2026-08-13 04:12:04+00
bc2c9a26-ffac-ec4d-f896-f2db6c1267fd	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	529	2026-08-13 07:00:11+00
c5289b98-6e21-8389-aff4-9dcf7b0cf2ed	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	530	2026-08-13 08:38:39+00
73ca5fb8-d1ec-b602-d71b-3086d682e375	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	531	2026-08-13 00:57:53+00
d09b0eea-c2fd-14f4-766b-1f0c91586942	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	532	2026-08-13 11:30:39+00
9604f098-7f4d-6ffd-d2b4-68b6bafffdb7	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	533	2026-08-13 20:59:19+00
70912b6f-f162-3508-3358-1c66c0481c9f	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	534	2026-08-13 02:00:09+00
9e81a02f-a2e4-d73b-3618-7cfe1c154683	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	535	2026-08-13 11:19:24+00
982467b9-85dc-cfea-342a-6f9274d41924	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	536	2026-08-13 01:47:59+00
47eca7fd-e452-dd1a-b6ba-7a0db138bf7a	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	537	2026-08-13 19:32:06+00
0e0d3c5f-b90c-cb8b-eb5c-50a5dd6e72dc	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	538	2026-08-13 14:52:05+00
7eeceb07-7e74-310b-6795-ceb07ead11ab	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	539	2026-08-13 02:55:54+00
33f1af8e-121e-6b5d-fc3c-6b4a3cbc6a4f	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	540	2026-08-13 20:33:01+00
24487778-3087-21a2-2a8a-f9a59ac27a9e	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	541	2026-08-13 07:50:05+00
aa48173a-8a5a-1978-23c2-6c533ee5423b	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	542	2026-08-13 03:11:55+00
d1f5f8e2-e522-a96f-c6ac-6e9d8d7a4305	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	543	2026-08-13 05:28:53+00
13db4df3-1e1d-fcfa-96a3-b40092494cdb	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	544	2026-08-13 18:56:31+00
90948f19-8f0c-05f6-31a6-bf18bd83bf72	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	545	2026-08-13 20:53:55+00
96155f7b-8595-5b21-c72f-e50798ef5a7b	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	546	2026-08-13 17:20:07+00
a04873bd-6fe5-557b-49fb-15043fea382d	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	547	2026-08-13 02:51:28+00
f9177867-6859-4ac2-9390-1047975fc54e	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	548	2026-08-13 18:20:40+00
75690242-a2db-0b4b-1921-c01c84124542	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	549	2026-08-13 20:23:49+00
ec4c562d-c7b0-3d15-c99a-b6920d3a4ced	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	550	2026-08-13 08:54:22+00
9672df51-3d3d-b706-ba59-d2d55a21fbe8	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	551	2026-08-13 23:52:25+00
85c92316-64b1-254f-b6dd-39221619c605	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	552	2026-08-13 15:24:10+00
b2d5c390-8dd0-d542-9914-720d63d00e91	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	553	2026-08-13 02:12:21+00
af883416-fd1f-d8cd-9901-326f037b4060	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	554	2026-08-13 09:59:26+00
a294e85f-b6cf-81a9-b43d-0ff734d0db87	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	555	2026-08-13 22:24:41+00
4576c452-0398-a514-f978-05c6c13eeb11	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	556	2026-08-13 20:39:59+00
1b8e7169-db9d-c529-d174-07471c24bd82	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	557	2026-08-13 11:01:02+00
9936770b-fd97-52ba-9816-47e4f59f92dd	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	558	2026-08-13 16:20:54+00
c097494f-4b6b-1b39-51c1-92e5825cd835	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	559	2026-08-13 22:27:41+00
a1320978-4e06-eed5-205e-6cca1793b72d	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	560	2026-08-13 10:55:48+00
61e48206-645a-3750-fd40-b3e36d2c2c0e	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	561	2026-08-13 02:17:49+00
18368511-e15b-bfe5-4ef3-1f1721c17802	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	562	2026-08-13 07:26:40+00
239a7001-77e7-c339-4e61-e9405c035cce	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	563	2026-08-13 13:30:47+00
82892e10-b6e7-fe3c-146e-761def564290	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	564	2026-08-13 02:58:46+00
297af0c9-c778-1bbb-7315-115cfa9d3b8c	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	565	2026-08-13 21:39:11+00
043f89c5-fcf4-0701-749b-64c2baa55d5f	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	566	2026-08-13 19:05:56+00
6638751e-3588-183f-9534-ef80e74f8545	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	567	2026-08-13 21:34:14+00
51a6fe0a-865a-b025-6494-de5df21342ae	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	568	2026-08-13 07:56:46+00
0f97d180-0ba6-bdf9-0826-b3f10f04cc7c	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	569	2026-08-13 17:46:13+00
759a7f77-a310-9de0-2f40-db13d95d45b9	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	570	2026-08-13 10:31:24+00
c361aa64-12ec-72ab-782b-5958b4141034	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	571	2026-08-13 07:40:25+00
a9c46155-edd0-7083-3734-cb6f8afa6785	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	572	2026-08-13 22:35:56+00
a60a9e6a-0c96-7084-09a4-39339ca4e022	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	573	2026-08-13 07:14:16+00
d515a3ae-237c-1f60-41bf-ab0312a660c6	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	574	2026-08-13 18:21:00+00
3ac6b246-d41d-d1b6-448f-fca12717ec38	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	575	2026-08-13 20:41:02+00
496c5d05-86d0-f1a8-2c50-3f90beef85db	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	576	2026-08-13 03:58:53+00
70f2297e-1566-2162-5a33-2efb758510a8	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	577	2026-08-13 05:04:09+00
ff4c33ad-7094-3251-0585-e12bcc1be810	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	578	2026-08-13 16:06:50+00
76266c5a-451a-4ad5-59e9-b13c5abebb87	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	579	2026-08-13 10:09:48+00
1fdf8f30-a018-326f-4ed8-3ef416c7bea9	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	580	2026-08-13 18:03:45+00
b627b7d6-6d1d-8001-54c9-4581d5a4a96c	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	581	2026-08-13 22:12:59+00
3e95611a-c530-83b6-dc4b-3cc0b46308a8	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	582	2026-08-13 09:57:53+00
6d8f44a6-4282-c142-a82d-681472d6ddf8	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	583	2026-08-13 07:29:23+00
16bd8349-9ffa-996f-6561-fc3d3942e0f5	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	584	2026-08-13 15:33:03+00
750b8a24-7b4a-8e75-a4f2-42c3d9b76ec6	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	585	2026-08-13 17:53:21+00
31b5d776-00ad-e033-78ec-6537dffc4fca	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	586	2026-08-13 13:36:12+00
34c34989-3b10-0255-ee60-3394e940da85	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	587	2026-08-13 17:12:20+00
ba3f0e5b-fb6c-f778-26a7-674f60c9c6db	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	588	2026-08-13 07:46:57+00
c77f0d5d-69da-9e3b-2876-77ed98c0bc60	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	589	2026-08-13 01:08:17+00
26352d40-9ca4-469b-1105-43163523dd73	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	590	2026-08-13 11:49:00+00
2e8c6f6b-31b3-8710-57c2-88701e49b252	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	591	2026-08-13 01:23:44+00
87ee2fce-7646-ffe0-15a7-d81747163417	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	592	2026-08-13 21:58:27+00
08659d64-1f96-2d14-913d-4f1bacb858fb	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	593	2026-08-13 02:47:50+00
652b4594-3d93-3677-3eec-4289f0990b56	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	594	2026-08-13 14:04:21+00
5772138b-dfb3-1846-9bc8-d4b947142076	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	595	2026-08-13 06:59:00+00
b7f82d43-788c-71ce-4b55-be012fd891bd	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	596	2026-08-13 08:15:07+00
894778c9-f774-18e3-ec7a-11fd361cbd50	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	597	2026-08-13 19:23:40+00
52a83c93-247f-8c5f-1d82-b6b745d13cef	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	598	2026-08-13 14:24:40+00
0bb1340b-ebaf-fb51-6006-faec2782d8d5	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	599	2026-08-13 00:49:02+00
ff6c730e-fc96-c02c-a5bb-ad765fdca21d	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	0	2026-08-13 19:45:16+00
152c6284-a11c-45ad-ac51-6ebe9d63606c	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	1	2026-08-13 07:21:25+00
6b1af049-3336-7e35-b029-6447054f7a82	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	2	2026-08-13 05:36:23+00
89884ecf-5d4e-baac-babf-9d31c83bb042	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	3	2026-08-13 22:27:28+00
dc5e1a43-d8ca-33de-566a-7b8ecd6ee46b	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	4	2026-08-13 18:24:51+00
c9bca2c8-1b91-1d96-af19-8270dcbd983f	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	5	2026-08-13 18:52:13+00
88b38772-34d1-bd54-80b5-d76d44efa827	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	6	2026-08-13 17:03:31+00
05a0d6fa-093e-5f11-ce84-a75bb2362708	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	7	2026-08-13 11:25:14+00
fbc062c8-cb3f-fbb9-3295-e09f7566b9af	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	8	2026-08-13 19:07:51+00
3f4994a8-58f5-1217-b0e6-9af236e0ed95	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	9	2026-08-13 12:16:09+00
3f163bb9-d7d1-1296-a80b-b449210360ef	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	10	2026-08-13 15:31:01+00
13d480d9-a4eb-e729-070c-3cb601c13ef8	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	11	2026-08-13 11:28:05+00
a917f960-3001-e20a-2013-aa13096bdd72	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	12	2026-08-13 10:59:02+00
5f927608-6b9e-d5bc-7647-6a33d952e71e	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	13	2026-08-13 21:11:02+00
2b8c1034-05ce-ebc8-eb8c-9f83e70ef621	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	14	2026-08-13 06:12:18+00
ddd18730-68b4-500f-cf96-83ef6f46a035	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	15	2026-08-13 14:04:02+00
f83bf3e7-6f75-0e6b-31d0-d3d39bd0fad3	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	16	2026-08-13 03:53:11+00
648fb8ae-2eb9-4994-4cee-02f84e8eb997	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	17	2026-08-13 13:04:18+00
59dd20a0-25e3-b7e9-752f-3c7a7638cd84	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	18	2026-08-13 16:52:34+00
2c259d2f-b819-4330-b155-299351622439	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	19	2026-08-13 00:31:50+00
05e14731-f4c6-0e7a-440b-07577f1bd20d	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	20	2026-08-13 14:24:30+00
6ca49bbc-5a74-9fd6-c59f-fcfdc7bc5877	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	21	2026-08-13 06:29:58+00
d70b2b7f-deb8-0af1-8894-7f34d0cd7291	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	22	2026-08-13 09:39:39+00
9a645c08-62df-630b-6017-b0b974f503aa	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	23	2026-08-13 02:22:16+00
eeab9c23-6b4b-fad2-e553-8a1b39a121b5	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	24	2026-08-13 22:06:17+00
b87ad301-eb8c-162a-86d7-c783ad7c7312	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	25	2026-08-13 07:26:50+00
2661d02d-c0b8-6b7b-77b0-0701af7f7e14	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	26	2026-08-13 09:05:38+00
1080dabb-8587-c7c0-4e6a-a055f7ab3bb9	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	27	2026-08-13 01:44:35+00
5e9e1002-0ee6-c52e-8aa3-9ad8c9d0dfde	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	28	2026-08-13 21:19:05+00
f3493dfa-daaf-6cf2-3783-a45239bdda7f	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	29	2026-08-13 10:18:21+00
5a422e5c-90a8-add5-d3c2-5eb6f6e58888	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	30	2026-08-13 09:46:17+00
ee70249e-acc3-d6a6-090b-a0215ad4e619	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	31	2026-08-13 00:21:10+00
92405d26-2634-aa8d-62b6-17a1ae0800ea	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	32	2026-08-13 23:32:45+00
2e8a815c-c8dc-b8c6-ef68-903b83a2577e	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	33	2026-08-13 22:32:45+00
f0149c9f-d6f9-b033-b24c-d75852c23907	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	34	2026-08-13 15:49:33+00
5ca93d10-5feb-08a4-a952-cb5a8272ee1d	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	35	2026-08-13 03:37:47+00
b29e5614-3092-9602-e5d8-9675c7ede560	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	36	2026-08-13 05:07:11+00
6f28fbf2-4714-00d7-ef48-bdbc6faf11d2	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	37	2026-08-13 22:38:00+00
63dc6b09-cbe1-c45e-18cc-e12c1390a6bd	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	38	2026-08-13 14:26:56+00
43e78f37-b484-514c-d295-67bd64b8ba63	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	39	2026-08-13 04:31:24+00
740ed57c-106c-72c3-947b-8bd6af396dec	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	40	2026-08-13 19:14:18+00
3dee5814-4dff-dc25-a646-ee7851490c8f	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	41	2026-08-13 10:10:13+00
b5a78adc-f003-3423-b97b-5f72a127d1c4	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	42	2026-08-13 17:24:29+00
ba74ad88-3064-e501-c412-50f6537989a2	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	43	2026-08-13 13:33:31+00
aad04d35-91b3-dda8-135b-93caffbf1264	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	44	2026-08-13 00:48:24+00
5287d9f9-7184-1a33-8eaa-2d76736cbfea	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	45	2026-08-13 14:50:56+00
201c31c9-7da2-ed37-89a0-0ee6246d3086	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	46	2026-08-13 05:56:43+00
58fa6557-14a0-7a93-94cb-271ba706d255	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	47	2026-08-13 12:53:27+00
1b6ffc05-8303-28b3-3758-33c474bdf9a5	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	48	2026-08-13 03:51:11+00
3ea81ef5-a839-49d2-88d8-7ee06a8c28a4	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	49	2026-08-13 21:12:54+00
02097dd7-391e-6807-de91-77afd99cbc79	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	50	2026-08-13 05:10:36+00
35a67142-b408-4891-d314-1de1e5de41bc	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	51	2026-08-13 23:22:10+00
a2014dbf-a327-2791-975b-4c914354685f	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	52	2026-08-13 17:59:58+00
f2402397-92a5-306d-0b9b-7632e11b769e	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	53	2026-08-13 00:39:11+00
56639b58-dfc0-fcc1-645f-6245524744a2	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	54	2026-08-13 17:11:06+00
64869ff9-5397-19f2-49fb-15d2d53cd4ac	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	55	2026-08-13 05:27:20+00
f7eba9cb-0533-77cc-f6c7-c52192cb1696	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	56	2026-08-13 11:44:58+00
f4915522-9975-12cf-84fe-3630a14cd0f9	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	57	2026-08-13 15:33:39+00
7a94cd6f-b85a-3878-cd91-9bd568ef5280	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	58	2026-08-13 10:41:58+00
bb944711-c546-8f3d-28e4-a9fb3ccba2bb	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	59	2026-08-13 02:21:04+00
683a3c8d-07b8-437c-f1f2-7df6796c8fc2	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	60	2026-08-13 18:15:31+00
17268f59-0017-47dd-be45-bada2a030a14	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	61	2026-08-13 09:52:53+00
c3119abb-9c30-2f65-7719-7eb7388ad2d5	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	62	2026-08-13 05:30:45+00
cc8aaa73-48ed-7dcc-28c1-82630dcc5ba5	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	63	2026-08-13 13:57:18+00
842ea5fa-f1ad-a603-4126-449a3f26088b	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	64	2026-08-13 00:01:17+00
54195c57-af47-22ab-1e41-423aed1b4e25	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	65	2026-08-13 11:49:24+00
4be23e32-201c-81fb-e240-6328cdff86b7	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	66	2026-08-13 13:43:43+00
5788e580-7bec-925c-aaf8-961e7ff5a062	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	67	2026-08-13 09:14:05+00
da202bab-9c9b-b230-8e06-0e2e4f207bbf	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	68	2026-08-13 23:01:13+00
e6e53250-b7c4-f207-a145-65f0085c6b6a	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	69	2026-08-13 16:57:28+00
87594452-4049-2d86-7cc6-5d9c29b29eaa	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	70	2026-08-13 13:00:00+00
072a8739-b997-5c11-6b24-7b9dc917095e	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	71	2026-08-13 16:46:56+00
c95de458-c3aa-db45-c981-bb974d1abfd4	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	72	2026-08-13 06:01:09+00
50959609-6840-0cae-08e2-ffcc7a815277	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	73	2026-08-13 22:00:55+00
8c7e80e9-901c-4848-8f59-53491143e590	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	74	2026-08-13 22:33:21+00
4f6b06ad-717e-96f3-7748-71a8b7da9ca0	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	75	2026-08-13 14:05:41+00
840934e3-13ce-407e-87d2-65755899d7b3	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	76	2026-08-13 18:02:54+00
99d6ca1e-ae5c-79c5-cbbc-e84b6b746732	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	77	2026-08-13 06:58:49+00
30014efe-c1e7-f610-de93-035d420820a9	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	78	2026-08-13 05:37:34+00
1e48d8ef-162a-5855-692a-ffb36824aa21	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	79	2026-08-13 06:44:04+00
d5e1af22-b4fc-1b95-087a-1eb57c2442a9	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	80	2026-08-13 09:19:14+00
3595c25f-2d4c-574c-2350-38f71ea77261	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	81	2026-08-13 04:25:24+00
bee1015a-4837-ac90-05ab-ddbc67aaa878	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	82	2026-08-13 00:33:23+00
8b7cea06-487b-c10c-d655-7aa55505f3ea	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	83	2026-08-13 00:42:01+00
6798f42b-3ef6-d506-7a40-6c183675607a	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	84	2026-08-13 10:17:02+00
ea47a3a5-2210-4f76-6350-be91dddbf874	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	85	2026-08-13 10:18:39+00
c4f4aa7e-703e-baa6-54a5-b8dec7d36093	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	86	2026-08-13 09:56:08+00
3dbe4e2d-4cee-af7e-1c65-1f480841e25c	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	87	2026-08-13 07:43:44+00
b979aea6-1b20-a5eb-84b0-f81b8fea6d90	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	88	2026-08-13 19:57:10+00
5cce8a8f-724a-3aeb-5352-12a4edf7c391	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	89	2026-08-13 22:18:36+00
96f4278a-75fa-bc9e-e1c0-9c47ec1fd030	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	90	2026-08-13 14:12:22+00
6ca0adba-4d30-2669-a145-5e5623f2c4e0	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	91	2026-08-13 17:15:01+00
0edde749-d566-6aab-2bd1-a08acf8fea50	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	92	2026-08-13 23:53:43+00
9283d8a9-d07a-aac1-3e18-2fdd9bec41e5	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	93	2026-08-13 01:48:36+00
d0684f55-f485-def2-9b8a-f22b49810f23	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	94	2026-08-13 04:27:44+00
34d82915-866f-95a1-dddc-7dc70ccd573a	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	95	2026-08-13 23:57:56+00
38334369-924f-e3a3-22ee-97f4aea2927a	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	96	2026-08-13 00:20:03+00
8d9e420d-b342-7300-213a-6d8c6646b6a7	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	97	2026-08-13 11:23:53+00
f077643a-acd8-480a-de5b-0b18cd111370	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	98	2026-08-13 05:34:43+00
26216fb4-a4de-f911-c493-2b24d5d50cb9	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	99	2026-08-13 23:01:03+00
04b3546b-2008-a714-fa79-d0139f38cee7	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	100	2026-08-13 01:48:50+00
bc1347b0-e88e-7604-07e0-09323144b70d	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	101	2026-08-13 01:25:43+00
289da536-b701-0686-42dc-1901e979132d	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	102	2026-08-13 16:50:24+00
2041e696-5c1d-7da7-cc7d-d627ec2e4edd	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	103	2026-08-13 07:35:08+00
5e47b0fb-4e53-ab6b-5c53-5403989e1704	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	104	2026-08-13 00:44:24+00
ee885692-1656-be63-7054-4e804f11e6ed	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	105	2026-08-13 08:23:35+00
f627e508-07b7-702d-d5b9-927707cbaf2e	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	106	2026-08-13 10:13:55+00
88e8b808-c62a-82cc-8767-0afbc9c3b1d5	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	107	2026-08-13 23:50:05+00
a50b0553-2b3c-9d03-d073-d9d81bcb02b0	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	108	2026-08-13 03:44:27+00
6522b103-7073-a13e-dece-9fcad6791c20	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	109	2026-08-13 18:16:39+00
8b3f2d59-3ded-d657-dff8-04b1ba5cf414	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	110	2026-08-13 02:29:58+00
cf7383e0-b0ef-8c40-e596-7565289c078f	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	111	2026-08-13 06:00:02+00
1748faee-63f4-206d-a62f-26f5a4cffe7a	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	112	2026-08-13 06:38:11+00
a13827b5-bbd8-8ddd-bb12-cdf3539f7a33	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	113	2026-08-13 22:39:07+00
3545685b-0ad2-3aba-06e4-b49c029b2210	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	114	2026-08-13 15:21:20+00
e8d8429c-222c-fd96-d36c-ba128903b4f2	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	115	2026-08-13 02:37:58+00
75564199-37ca-f5c6-ce61-5b2c9936df53	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	116	2026-08-13 01:09:25+00
050b407b-c6d4-8251-5d59-9de90d78d6d4	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	117	2026-08-13 20:06:07+00
e6baced7-a159-425a-5d45-4c53dfd559fc	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	118	2026-08-13 19:22:10+00
f963730a-e8b8-c337-5b96-35d692a61ff6	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	119	2026-08-13 11:49:56+00
bd1e54f2-df79-7dab-b13a-306a4b644efe	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	120	2026-08-13 03:55:51+00
01f018b6-217f-2add-6720-c098d23a6180	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	121	2026-08-13 19:20:09+00
6b4813a6-fe02-c8b3-c6f4-8359af843a0b	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	122	2026-08-13 18:24:53+00
e6d5024d-d352-d48b-d825-5f000d4c26ee	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	123	2026-08-13 05:24:51+00
923be5b8-164f-66bc-054a-878dc1075a34	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	124	2026-08-13 02:07:26+00
111d8201-0476-c435-06a4-3326ff133156	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	125	2026-08-13 22:34:20+00
e564dc6b-7cb3-04a1-b226-0d7bca719b3c	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	126	2026-08-13 12:18:13+00
88e9518b-47d8-93a1-ffef-f37d3d61df05	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	127	2026-08-13 20:05:23+00
98d7ba4b-63a8-e524-2452-c4f63c62739d	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	128	2026-08-13 12:32:30+00
08fbaecf-7277-63d6-41be-092ee82c644e	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	129	2026-08-13 04:14:40+00
5307a888-f6de-bd74-42a1-b7ddffb4aa3b	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	130	2026-08-13 19:59:47+00
282ce7d0-b02c-2ea8-e8ee-064d28dbbde8	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	131	2026-08-13 05:40:45+00
bc626217-e3f1-bd1d-84ce-ab613b2f2d0b	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	132	2026-08-13 08:46:01+00
ee035b68-361f-698e-e1a5-c470ec285487	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	133	2026-08-13 06:49:03+00
176c0b76-18c5-9f22-1150-5b6a271959d0	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	134	2026-08-13 00:33:05+00
bd07c30a-333c-f943-743c-fc08417b7d76	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	135	2026-08-13 01:45:01+00
d5234cb8-d37d-1301-c1f3-99d7b9069928	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	136	2026-08-13 22:38:03+00
bb47f98b-3047-d9e7-c9c7-a8ad8968a192	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	137	2026-08-13 11:30:25+00
cb6941c3-16bf-7735-fad7-6627a900697a	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	138	2026-08-13 05:25:50+00
55f10161-cc98-596b-7f2f-51691961a184	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	139	2026-08-13 01:11:58+00
f5e1a6d4-c35d-df98-45bd-12db1ff13960	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	140	2026-08-13 17:01:59+00
072169e1-eec5-544b-a86c-10b02fee0e1c	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	141	2026-08-13 09:25:49+00
1a9fe343-c4f9-7047-8c0b-c27a9ae29263	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	142	2026-08-13 09:57:15+00
c448ce2d-0c1b-d378-a1b2-53579b42b7e2	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	143	2026-08-13 11:31:04+00
7e73aed9-9ad0-6d64-2325-391ad4b137d9	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	144	2026-08-13 00:06:14+00
2bfd2964-4c11-3197-fdb1-3dacbd104e91	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	145	2026-08-13 12:47:44+00
3009024e-5fa0-3120-1c73-38e9e2ed7b9e	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	146	2026-08-13 05:53:16+00
79efa4a2-2b3f-3836-fb3e-cae65824ccfd	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	147	2026-08-13 10:15:56+00
e2dabbe6-d342-2b98-e0dc-603cbe85237f	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	148	2026-08-13 03:13:19+00
69523ea3-640d-bb22-3ddd-d40c2aa2e5f0	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	149	2026-08-13 00:34:48+00
5affa409-336e-ee92-8ac1-21d771695856	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	150	2026-08-13 00:14:31+00
2eb5eba7-c3ca-8c09-02f1-64766c08a246	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	151	2026-08-13 12:11:07+00
9521fb56-5e22-b616-7833-6b2c72c80dbd	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	152	2026-08-13 22:31:29+00
bbf4b30c-633b-925c-5ba0-9f4ef6026d4a	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	153	2026-08-13 07:24:18+00
fb85852e-3a32-0f41-f4e8-ca882fe8b2b2	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	154	2026-08-13 00:22:42+00
a2d9727c-c0b7-326c-9e78-08555e87f833	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	155	2026-08-13 05:52:16+00
94b7f6b6-e655-bc22-082c-2a0609a25c8e	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	156	2026-08-13 22:38:14+00
d44e19f8-4879-6516-185f-fb85f2fe753d	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	157	2026-08-13 14:26:19+00
69ebf159-93c1-82a4-30f7-b71a8e108146	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	158	2026-08-13 01:10:50+00
b38a0089-990c-f426-363f-ca20e15a1f46	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	159	2026-08-13 15:08:29+00
87145573-6aa9-da2e-016f-9174bc40da3b	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	160	2026-08-13 12:20:57+00
34890704-e398-6c23-1d52-ccd208254a0f	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	161	2026-08-13 15:52:54+00
7bd79fe9-8d2e-ec90-bc0c-7491e19026e8	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	162	2026-08-13 09:38:13+00
15921f74-a255-aefc-434a-7cbacbc8ca78	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	163	2026-08-13 18:29:30+00
1d5001fe-04e3-1d31-1408-99f9936e628e	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	164	2026-08-13 17:22:53+00
c31c0917-3b60-caea-2052-14d40681fa40	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	165	2026-08-13 13:39:20+00
1fbdce86-722c-65d0-0b01-ddaa8f608650	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	166	2026-08-13 15:42:03+00
d909cbf6-43b4-ba4f-bb24-8a16c0881404	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	167	2026-08-13 10:20:43+00
281867db-2822-d947-e8ba-03550a812858	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	168	2026-08-13 15:47:36+00
1e97717a-786c-e587-702f-48f8ebd2ef9f	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	169	2026-08-13 19:48:40+00
89d748ae-03b2-4ec9-9c09-0ea583b543d1	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	170	2026-08-13 18:06:17+00
953d5c2f-6b16-b98e-99ae-afbc57066f62	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	171	2026-08-13 17:22:29+00
d00ee94e-681a-8180-f4f2-c0737611327a	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	172	2026-08-13 18:21:26+00
96c92384-3f77-2c17-c4f8-0ce13b0330d8	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	173	2026-08-13 14:46:04+00
8a3bbe6c-4b08-cb49-5aba-8790c35614c0	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	174	2026-08-13 00:52:48+00
310d97ae-afc3-b101-2a1a-b151bbeeff6f	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	175	2026-08-13 11:10:56+00
839b8a04-5cec-10bf-976c-4969c06bf64e	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	176	2026-08-13 08:26:10+00
ca6f2bf7-4330-9b64-df99-8c7dc991e887	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	177	2026-08-13 12:45:05+00
362da7e2-4a2b-42f2-2470-b979be50db4e	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	178	2026-08-13 04:33:58+00
519ff484-fb83-96a5-f6e7-bea8e3580b2c	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	179	2026-08-13 08:17:24+00
6c9cb5fa-d503-c61d-5bd2-bb6263f5aeda	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	180	2026-08-13 00:39:33+00
c50af53a-6b1c-5919-f82e-ea6cd1ac863c	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	181	2026-08-13 01:26:26+00
af3ed103-70ca-2f14-5384-9ad85a0e9295	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	182	2026-08-13 07:20:48+00
17208234-2317-7166-040c-47a8fce65151	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	183	2026-08-13 06:08:13+00
ad88691e-12b1-dc4f-7ecd-a89a4f73e1ed	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	184	2026-08-13 17:21:09+00
5cb40998-3538-91b2-2dfa-fd80bfe1181a	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	185	2026-08-13 17:03:58+00
e8107f48-6166-4cd0-b782-f3121776bcb7	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	186	2026-08-13 15:52:12+00
eeeee5cc-2b22-c90f-0670-255406de31f7	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	187	2026-08-13 11:45:27+00
10c9ad07-d11b-35d1-c3e6-205e34027cfd	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	188	2026-08-13 04:28:15+00
18ff3c94-28f0-6c3b-d045-41eb968d8ff6	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	189	2026-08-13 19:05:53+00
07542976-9e9d-1def-cb08-4cc0898f1e4d	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	190	2026-08-13 20:08:12+00
9ed7e814-e691-5147-a786-739087f292f2	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	191	2026-08-13 15:33:29+00
cda91c36-bfe3-793b-f0a6-2065645cf9d7	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	192	2026-08-13 03:26:17+00
9c87a994-7c2b-64c8-a1dc-41826f9ca35b	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	193	2026-08-13 03:02:06+00
3f94e2ef-333c-5fe2-5d59-0b734b265542	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	194	2026-08-13 01:12:11+00
83e3548b-ac80-dcbb-4065-66dbdb43095e	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	195	2026-08-13 21:58:45+00
9c04f403-9a5f-37c7-3a34-d0f66fca480e	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	196	2026-08-13 17:59:41+00
e5ab73c4-9121-4460-8423-b707ec277050	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	197	2026-08-13 09:05:18+00
08442035-3074-f2b1-1f88-18b6ccc57781	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	198	2026-08-13 21:00:02+00
baad29fa-d50b-ebf6-87f3-f56eba6f3f78	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	199	2026-08-13 03:03:55+00
f7925dae-66b6-cf69-c756-622a5dd63ef9	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	200	2026-08-13 17:39:50+00
6bb7495e-cda8-7d79-4960-f5602de4f25a	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	201	2026-08-13 10:30:06+00
b9d2b25c-f67d-3588-3541-56a40df3b453	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	202	2026-08-13 23:55:36+00
677d6e37-fc95-96f4-c8f4-a436e1eadd75	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	203	2026-08-13 18:27:26+00
5eaaa8a6-e99b-caca-bcbe-95e945bd0ece	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	204	2026-08-13 21:37:02+00
7ab623d3-49b6-4b28-525e-8f5b07f35f34	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	205	2026-08-13 05:18:33+00
8cbc72f1-8831-41b9-7d96-c08ce799f887	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	206	2026-08-13 16:45:07+00
1225cb89-534e-4cc3-2edd-28cce51887de	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	207	2026-08-13 13:51:21+00
228a8eac-16fc-46ca-adc0-0c902aee806f	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	208	2026-08-13 01:24:51+00
cdf55196-b080-0870-0012-641ef29e6a29	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	209	2026-08-13 21:04:36+00
5e0e5d3e-5bca-3f89-1a62-dec0e7b45573	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	210	2026-08-13 18:30:35+00
45725a03-655d-29eb-2550-6fdc765139a1	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	211	2026-08-13 21:14:39+00
1fc89d87-58f0-8fc0-25ff-5744dcedf6a9	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	212	2026-08-13 08:28:50+00
127cd138-8a75-177d-f3f9-5569e6b2d16a	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	213	2026-08-13 07:49:47+00
d2642685-1142-f59e-006c-0c25ea4a6241	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	214	2026-08-13 09:04:45+00
60a69278-8afd-de5f-5e5d-cfadfa0aed18	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	215	2026-08-13 04:08:51+00
d847cab2-23ab-44c4-e095-24208d60b8ca	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	216	2026-08-13 07:19:52+00
25f1f7f2-b468-99e1-e30a-88c3dda6615e	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	217	2026-08-13 05:01:39+00
f5435046-4b7c-7810-0ab8-f2ed5b5a3ecf	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	218	2026-08-13 11:02:43+00
b656aa08-452d-2e0c-f3b7-ee3ad73a62f6	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	219	2026-08-13 22:57:43+00
8087279e-39b6-bb56-2053-9c31c7ddcd54	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	220	2026-08-13 01:09:38+00
d4216123-53ca-5f92-e61f-dfe90c7351a2	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	221	2026-08-13 12:26:06+00
67701f38-8caa-47e4-2528-fefae6e06135	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	222	2026-08-13 16:48:38+00
e5bd3d09-9937-36e0-5a9f-0a79189caac0	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	223	2026-08-13 01:28:25+00
0a1c9d60-54cb-060d-7ab5-95fb628ec9c0	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	224	2026-08-13 08:34:02+00
9a2f09f3-a8a0-3c23-545f-5a8fb020ad75	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	225	2026-08-13 14:38:16+00
36aa1a33-71ba-89ce-914e-a363619f6c9a	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	226	2026-08-13 16:28:41+00
1c316356-e565-bad5-5b28-e483eaaf48ce	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	227	2026-08-13 01:21:11+00
9cf8e0fe-bd46-9b23-369c-fcb3e45f608a	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	228	2026-08-13 00:03:45+00
bd4baf78-1b09-5da9-03d8-f023e8d5b12d	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	229	2026-08-13 05:37:38+00
81687f77-dc30-bdb6-ced0-80bba523bdcf	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	230	2026-08-13 20:39:14+00
97a4658d-4a8f-61b7-ad8a-ac247c1242cd	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	231	2026-08-13 05:27:01+00
cfc830ae-ce95-62e7-3807-d6cdb8c31666	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	232	2026-08-13 15:52:20+00
eac5ce60-7e8f-a06a-9790-520a5bca5c78	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	233	2026-08-13 06:09:25+00
6971c4bb-2930-91dc-b203-7539a0d2c3be	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	234	2026-08-13 07:15:56+00
61903edf-c588-0189-c830-741efbc48423	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	235	2026-08-13 07:08:30+00
7c78de35-c419-991e-6a27-0e0563868fa9	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	236	2026-08-13 16:27:01+00
d387aac8-d550-038b-57bb-a7657e2bbc81	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	237	2026-08-13 05:33:32+00
6b17f452-eb50-f7d4-e0b4-ed2a51ea40e6	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	238	2026-08-13 10:51:49+00
df440eae-ab8c-114b-d4b0-d3bd771a9368	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	239	2026-08-13 01:23:40+00
f6176224-d333-ea94-6f35-db71dd4f8143	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	240	2026-08-13 19:56:12+00
02d69c0e-0fcc-a5cc-618e-101af11be381	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	241	2026-08-13 12:28:13+00
57063d6f-372f-afd2-7eeb-d740801d0a00	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	242	2026-08-13 13:38:55+00
5fd6088e-e997-d938-2a18-0e11635dbc96	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	243	2026-08-13 02:32:44+00
1bf8edfc-319d-5426-759f-30e5a83ee43b	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	244	2026-08-13 13:15:32+00
0b4eb3d0-3d2b-7a7e-619c-c3266cbb75c2	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	245	2026-08-13 22:10:42+00
cd204b90-c7b3-2c40-0981-c616359fa475	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	246	2026-08-13 07:36:46+00
8570f1a2-98fc-d742-6855-735d5b102fb4	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	247	2026-08-13 19:42:59+00
790344ff-f54a-bb1c-7984-18270c8926b8	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	248	2026-08-13 12:52:04+00
1a044378-6017-8a70-10af-03b011970f2c	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	249	2026-08-13 02:08:10+00
0932690c-bc35-32da-52d1-d8f351980af1	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	250	2026-08-13 09:09:42+00
9f3c6fa8-c1cf-0367-8edf-3e17af42d2fc	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	251	2026-08-13 06:57:35+00
eea58b8b-02ce-925f-b7b1-b755524810f1	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	252	2026-08-13 22:59:10+00
ea538631-33cd-7643-4193-57e4367c077a	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	253	2026-08-13 08:12:40+00
8c3467a1-7daa-1f45-87a1-976bcfd2c943	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	254	2026-08-13 23:54:23+00
7b3d83bd-e9b9-fec3-2c08-33588ddc3b12	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	255	2026-08-13 13:38:31+00
f8c4a1ff-acd1-c152-4a9a-cb515b77aa4f	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	256	2026-08-13 15:28:18+00
3c86eacf-77b8-3cae-b44d-31ea00015e59	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	257	2026-08-13 02:29:01+00
8705b1e9-6583-4803-9fd2-80455661008f	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	258	2026-08-13 10:27:23+00
58a89868-6fbf-3f20-10b4-41a231ef182c	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	259	2026-08-13 23:37:45+00
57b20538-49ff-d964-6926-d072ceba70d6	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	260	2026-08-13 15:13:10+00
bd35d327-129e-c222-4310-65e5e1b7d797	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	261	2026-08-13 08:24:46+00
898cecdb-b4a0-660e-a5e7-78f6e260c816	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	262	2026-08-13 07:23:40+00
2fd2047a-25eb-5858-f9b8-c88c8e33bd77	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	263	2026-08-13 12:22:14+00
379d6aeb-041c-805e-5b6f-d40729a7d853	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	264	2026-08-13 00:16:28+00
0b2b5a08-943a-7306-ebf0-fbad2c1ff74e	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	265	2026-08-13 20:58:05+00
a1bfaf88-c694-bfa4-4ae3-3e98e08b8764	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	266	2026-08-13 15:30:28+00
158ca255-8137-4964-d7fa-afc778143300	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	267	2026-08-13 12:08:32+00
c6d02865-2b79-2b42-e8dd-7816e8cfb96c	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	268	2026-08-13 21:50:04+00
c7b9cdcf-507c-6f8d-3bd9-8e59a07e3793	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	269	2026-08-13 21:55:30+00
ebab7f37-baed-4e1e-b45b-a49cce9e6686	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	270	2026-08-13 18:07:19+00
93eda5b1-de26-1d96-5c1b-0a9a60e79618	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	271	2026-08-13 20:43:59+00
0ae8a84a-3197-1632-b0b6-722428ddf0c8	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	272	2026-08-13 03:59:01+00
557a5595-25c5-6c24-9baa-a9dfc5ea04d8	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	273	2026-08-13 07:25:24+00
8b4408bf-2d8a-98f3-9c24-88004800be6b	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	274	2026-08-13 01:23:56+00
b7fa06f8-8dbb-8fdc-9df1-388583713708	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	275	2026-08-13 23:45:49+00
87c9f0b3-af47-4b01-a326-ee3408587b03	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	276	2026-08-13 15:30:23+00
9e47e78f-63f8-8da1-667e-480d4725e7ec	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	277	2026-08-13 06:23:23+00
d20dba68-d39f-ea90-bec9-fc62ef573144	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	278	2026-08-13 10:50:51+00
16a9a06e-4293-203e-8315-2c4d48cafaa6	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	279	2026-08-13 00:39:08+00
69cb8fe7-b0a0-aff5-d7a7-222eb7f8cbc6	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	280	2026-08-13 10:03:13+00
6647364b-1744-6c83-918c-f2dd13cf3ad3	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	281	2026-08-13 15:24:06+00
8251efce-b40b-0f63-3b8c-54e4740e4d3a	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	282	2026-08-13 03:39:59+00
523af916-37fc-b047-b074-d0f43f704647	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	283	2026-08-13 03:15:20+00
f1bc39db-b264-14a9-23cd-32348a4c43f7	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	284	2026-08-13 20:23:48+00
1a102a0d-be48-0e16-4130-8055b47b0b75	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	285	2026-08-13 21:02:04+00
2ece5e15-e6b2-76ee-a839-fe6bc3cda242	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	286	2026-08-13 09:45:07+00
53cec8a0-01df-426f-19fe-d37d9e2cbd13	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	287	2026-08-13 18:52:49+00
48892035-b65a-c9b2-1be2-85de90703a0d	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	288	2026-08-13 02:11:09+00
737447a1-b6c2-f03d-e4b6-d70fa41d1d8d	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	289	2026-08-13 12:29:36+00
f139181b-6ea9-5a5a-1026-d69fd9c58d78	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	290	2026-08-13 02:30:58+00
877b2000-f30a-12c0-f576-f8d926849f3d	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	291	2026-08-13 07:53:48+00
ac1dfd2f-3330-eec5-cc41-538e02d8936d	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	292	2026-08-13 09:20:05+00
e713b238-6591-4690-b0bd-c87b3f7fc49b	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	293	2026-08-13 18:04:25+00
f23d70c6-dc37-1a69-dd20-7ece487a6fb4	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	294	2026-08-13 10:00:06+00
acc4dcdf-7ffc-aa0e-ac0a-a2217d7b9340	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	295	2026-08-13 21:13:21+00
6203bce2-41e0-3b84-87c4-a3dc47fe4469	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	296	2026-08-13 17:17:20+00
9f137454-40f6-3c10-5966-4327e380efb3	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	297	2026-08-13 10:01:00+00
24705461-4e7c-3e3c-088a-a166a1e1e8d0	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	298	2026-08-13 05:13:49+00
59907117-c540-80e0-728f-4a365a467f7d	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	299	2026-08-13 10:54:25+00
895c3b5b-6965-b4e0-c92f-377b52eaa9bb	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	300	2026-08-13 07:55:13+00
9ed61745-f200-b560-333f-8f80248591d5	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	301	2026-08-13 22:24:00+00
38591797-ec5e-60ca-2d7b-0ec5d7edc004	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	302	2026-08-13 06:57:54+00
ece663f1-6a26-c1ef-30f2-df9212f01111	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	303	2026-08-13 18:13:10+00
af63a8a5-66e8-1043-5325-897160fefbb6	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	304	2026-08-13 09:08:34+00
6a76716e-e590-3a05-42b4-dfcdc99051d6	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	305	2026-08-13 15:02:05+00
4f4ee912-840e-7aab-71cb-bb1413c81209	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	306	2026-08-13 18:39:27+00
60259f68-b3b1-bbcf-8853-0f838e6a3017	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	307	2026-08-13 07:27:06+00
345a3667-e963-e3c1-9417-5f15f9148c43	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	308	2026-08-13 07:25:04+00
aa5aee6d-ca3d-5745-f7a1-d93ec6331e2f	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	309	2026-08-13 09:26:14+00
eeddb919-e345-29a0-e77d-f3addaf5ac82	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	310	2026-08-13 09:39:32+00
b90134c6-51fc-5470-6a6a-4087da3ad119	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	311	2026-08-13 06:15:42+00
7921dd8d-acaa-fed4-6efb-e74781b47f5f	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	312	2026-08-13 01:28:23+00
4ad0e5d8-b5cf-09c2-79b2-6f869786a026	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	313	2026-08-13 23:47:48+00
50b55269-bd37-e003-2085-7bb2f4061f03	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	314	2026-08-13 03:35:24+00
f4ad30d6-49f8-d8cd-4f1d-b3b7495ba9e7	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	315	2026-08-13 17:48:16+00
0caf06f7-6dc4-2546-9841-c25546e60a09	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	316	2026-08-13 20:35:20+00
c579743d-3445-cc55-fee2-31dab30f59d2	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	317	2026-08-13 08:48:44+00
b491999d-596b-1fcf-3d6a-1e1825db35c2	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	318	2026-08-13 13:14:30+00
5418062f-4278-4815-a404-5f1f370fbd1a	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	319	2026-08-13 05:23:11+00
53a1e9ec-af1d-a009-3333-d6f79cabdab8	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	320	2026-08-13 12:07:12+00
363fff03-fa0c-841b-dbd6-4e098ca030c9	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	321	2026-08-13 03:48:58+00
a44f9e4f-be5b-ffde-0415-9bb0c5159d44	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	322	2026-08-13 08:14:39+00
dae61a79-62ba-90c1-f0d5-8e7cbc01e156	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	323	2026-08-13 22:23:26+00
f24685fa-e817-2109-1648-62ce11c6b9c4	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	324	2026-08-13 17:52:42+00
e91a4a30-31a9-fa4c-bd66-8aaece628eca	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	325	2026-08-13 12:51:25+00
cd53e2bb-0e50-698d-7755-5724b45aaff4	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	326	2026-08-13 22:40:51+00
192ec9f6-2e03-7194-686e-f11969c6e0d2	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	327	2026-08-13 05:14:38+00
2a978274-3d8f-413a-a072-4d6948baff1a	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	328	2026-08-13 16:35:38+00
5c57d88b-c4f2-67f4-3925-35e3b7ce8ab4	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	329	2026-08-13 20:27:36+00
23dd7f67-c482-b067-440a-95a904f21474	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	330	2026-08-13 18:58:26+00
f04de860-04f2-d819-96f4-2f0b6c363023	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	331	2026-08-13 15:12:51+00
60c4f43d-e9c3-ea49-a9fa-72d17f460c25	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	332	2026-08-13 16:22:27+00
f6e800d2-152d-6a92-818d-116d6ceea4c7	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	333	2026-08-13 15:19:10+00
747c1556-73da-f725-f95b-cdb6475b16f8	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	334	2026-08-13 08:39:33+00
88ac324c-ada8-259d-c388-2536fb001d98	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	335	2026-08-13 21:20:51+00
17e125c0-27db-ea93-0bfb-810735a8b0b0	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	336	2026-08-13 08:27:30+00
77edc7df-1707-6392-da84-c2d44e9ce01c	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	337	2026-08-13 08:21:44+00
a1d3eaa2-21ac-1eef-46f1-e86b6818fa1f	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	338	2026-08-13 22:30:36+00
fa13341f-0ce3-2133-c2df-bc19aa19f073	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	339	2026-08-13 19:29:07+00
fec52535-c363-0696-e382-fc05536b3cc6	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	340	2026-08-13 12:35:46+00
ffc80eb9-abbe-a861-3b09-d53823daa751	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	341	2026-08-13 16:10:03+00
2f961e32-3ff3-54bc-7351-60be6d0e0d9f	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	342	2026-08-13 08:46:05+00
340c4ac4-f406-952b-b8a4-1ec5eecb70ad	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	343	2026-08-13 22:22:41+00
b2c77fac-c727-8987-efa2-8b57632406e1	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	344	2026-08-13 17:12:10+00
7409c96d-60a3-5051-6b8f-2a91248991ee	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	345	2026-08-13 06:46:20+00
104d29a5-6b74-b8ad-b31f-a7aad0ef56d8	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	346	2026-08-13 11:04:25+00
94e896cb-ae11-37f4-e4f2-bdc576b8f61a	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	347	2026-08-13 21:53:34+00
98e9ed48-43a1-e8ff-290f-eb4dfa48c5b5	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	348	2026-08-13 07:06:23+00
0673c897-da92-07a8-7cd0-76f6178a5415	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	349	2026-08-13 06:14:06+00
2bbfbd00-c385-36db-ce5a-88c0bb68443e	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	350	2026-08-13 18:08:13+00
2b6d246f-a5c9-039e-1c1a-669f0eb00053	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	351	2026-08-13 06:37:00+00
20c22286-ad94-e489-f4a4-3b058841ba73	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	352	2026-08-13 20:12:39+00
d8a8b982-b466-2893-be9a-eb762a8f0c86	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	353	2026-08-13 21:54:09+00
9d8c3363-afc6-85c0-2e64-44e228067537	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	354	2026-08-13 18:27:14+00
09ccbee4-831e-9f02-c743-97f219540211	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	355	2026-08-13 07:44:12+00
2c702b32-2887-e603-c7b2-438d874ec8eb	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	356	2026-08-13 04:12:26+00
f8a3e650-58c1-8548-0595-04a42875c46e	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	357	2026-08-13 06:52:53+00
3a4b28ca-a3bf-0039-0b5c-5bcccc493aaa	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	358	2026-08-13 13:24:05+00
e383c1bd-8f4a-5c6e-f378-37084af3c8f2	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	359	2026-08-13 07:28:48+00
a494fe6b-1db2-0cce-cae5-3660a8257aa4	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	360	2026-08-13 08:00:30+00
d8f6752a-d4af-9791-27c1-6b6f78bcc494	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	361	2026-08-13 15:18:55+00
0317214d-20b9-0c6d-b889-8ff208c85997	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	362	2026-08-13 17:21:41+00
f2d857b2-2c7f-9d60-c54b-85331e4fd90c	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	363	2026-08-13 04:38:05+00
e824fd25-a57f-c984-3167-127a3b176503	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	364	2026-08-13 01:58:14+00
04b3d62e-07c8-fe64-3a4f-feb1a1e71471	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	365	2026-08-13 10:39:37+00
e98a03e0-0ba0-6425-a377-e5140332ca22	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	366	2026-08-13 15:32:14+00
fab6a708-de8b-ac13-7b9d-9c19a746c9b7	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	367	2026-08-13 22:01:09+00
0f7978cf-3324-b07c-ef1d-91468168f229	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	368	2026-08-13 15:06:23+00
d52549da-0f53-51d4-02bc-7f4240058d06	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	369	2026-08-13 04:00:47+00
3268c2fa-f8c0-2517-19a6-ceaf48483e9c	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	370	2026-08-13 23:15:32+00
044f1ac2-49b4-4da1-6055-8eb7ae63516c	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	371	2026-08-13 01:31:51+00
e11f301e-2ace-058f-6d63-3e3a9b6d6763	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	372	2026-08-13 18:42:39+00
cbfbf3eb-d17f-d480-2afd-e8560bddbbb7	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	373	2026-08-13 21:19:24+00
7a57d9ae-356e-948a-2831-1cf37fad32a7	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	374	2026-08-13 20:45:58+00
eca2e08b-871f-5276-1c29-5c659aeed720	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	375	2026-08-13 04:01:07+00
4fe5ded5-da05-e4bf-005f-f432b580e852	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	376	2026-08-13 13:06:23+00
646b13ea-d36e-3370-56c3-d24eb0408143	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	377	2026-08-13 20:39:54+00
ad1b57bb-8656-916d-af10-ea69033d5a2c	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	378	2026-08-13 02:26:27+00
4ecb52a8-421b-d765-d025-d938e53ecc86	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	379	2026-08-13 03:06:22+00
05b9312a-2264-d642-717e-6252c9b711d1	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	380	2026-08-13 02:22:34+00
0acf3c27-6a17-f7f6-40be-823f94e5f1a8	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	381	2026-08-13 17:50:38+00
7610b1ad-2eb6-1108-01b1-ee9b238acfc4	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	382	2026-08-13 00:56:55+00
5caa8146-f85d-7ff0-7992-358de7bd6a49	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	383	2026-08-13 02:20:20+00
ff7e907f-97c1-9a1e-68ce-07d959e66750	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	384	2026-08-13 04:38:19+00
e3d1d59a-58dd-c168-3c0f-46a2736d869f	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	385	2026-08-13 19:44:35+00
beaece41-d2f4-b0f6-4780-e5af759d3041	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	386	2026-08-13 02:04:39+00
d8f31784-511b-dcfd-82de-e9c55c61c66e	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	387	2026-08-13 00:39:25+00
72dec359-870c-acc7-4af3-3e2f37c36585	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	388	2026-08-13 00:56:47+00
be6efb7c-288a-64ba-7334-5fa8031b5ab3	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	389	2026-08-13 01:57:24+00
f52feb4e-3363-61ba-d90f-7697a298c3c9	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	390	2026-08-13 01:28:20+00
95abb177-3781-e00c-b2f7-3468a05948e5	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	391	2026-08-13 14:48:35+00
adc61a3a-8caf-32a1-cd7f-341719e6f03d	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	392	2026-08-13 22:58:39+00
de5e16a1-fb1f-286d-2e9e-c529a8923e92	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	393	2026-08-13 12:50:23+00
0def3afa-f52d-ded7-26be-bbe8c4b18d9e	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	394	2026-08-13 01:56:56+00
9c31997f-de02-a3d0-8ced-303ee7fcfcb2	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	395	2026-08-13 17:29:35+00
fa802b22-33d5-37ea-e1fc-728b54821050	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	396	2026-08-13 14:56:42+00
4ba0aedc-f16c-015d-4400-5ed3b9a544bc	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	397	2026-08-13 08:25:43+00
1af7de77-669c-8877-57f0-804aaad15bf9	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	398	2026-08-13 17:25:44+00
24cedec6-74e8-7bcd-34e5-22cb374e110b	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	399	2026-08-13 02:49:07+00
fa7a1811-eeb4-7e48-9eca-bab896510074	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	400	2026-08-13 12:38:42+00
87d12df1-0a80-2ff1-c0ce-cb6fd6d5b474	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	401	2026-08-13 00:21:25+00
4a789bf7-cf96-3173-de6a-fea66b9d7ae7	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	402	2026-08-13 17:25:26+00
e8606eda-edbf-4372-6e68-daa958bfe3d3	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	403	2026-08-13 11:03:58+00
7ae14afc-4062-3415-49f5-4e3e5441a52f	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	404	2026-08-13 01:25:52+00
77b16954-d728-a97c-35d8-2201c8a9d9d7	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	405	2026-08-13 21:37:12+00
ec30b5ff-2c43-5fc1-753d-b289a23aba5c	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	406	2026-08-13 19:48:35+00
1957f0ba-0e7e-887b-9d4c-e997a4dfc4af	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	407	2026-08-13 17:41:43+00
0940ff4d-be7f-d6c7-48a6-4e993ffacff3	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	408	2026-08-13 06:31:01+00
c55770d2-b06b-4c37-baec-dca09c91f61d	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	409	2026-08-13 01:07:39+00
c5db300c-d49f-d298-c0b5-19e6be328bdf	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	410	2026-08-13 13:02:20+00
8b8cf8e9-795c-ffae-3626-2d196413f6f3	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	411	2026-08-13 10:18:16+00
6ff0ca26-90b3-8de7-b4bb-bf8b74911c6b	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	412	2026-08-13 12:07:11+00
09181245-5d00-993b-2854-dfffd81915d4	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	413	2026-08-13 18:45:28+00
70e4bbc2-b7fb-b418-a089-beff203926ae	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	414	2026-08-13 13:49:26+00
158e27e8-9a02-1cae-e6ab-cb342c8ab143	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	415	2026-08-13 01:05:49+00
a5dd2a46-b5dc-c4a0-3b0b-a160e8a5c3b1	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	416	2026-08-13 15:26:19+00
c8e502f7-f72e-c648-55b4-bcca27e69aa9	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	417	2026-08-13 19:51:12+00
1e500287-5cd0-44ce-b2a7-2ed09219a8cb	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	418	2026-08-13 11:51:30+00
e3f02517-876d-19e2-5e03-495d0a5eb83f	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	419	2026-08-13 01:33:24+00
41f4be2a-4e36-2ef1-c2e0-677d83712934	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	420	2026-08-13 11:52:47+00
d0720631-f888-3138-051d-029258b4652a	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	421	2026-08-13 21:53:03+00
fcdd9e80-5f64-f2f7-2a6d-4604d6e24035	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	422	2026-08-13 16:25:48+00
4e553b01-2ae7-c898-c691-50ae5ffee38e	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	423	2026-08-13 02:55:58+00
aab04313-1975-6941-055b-450b705490a0	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	424	2026-08-13 12:34:48+00
a34b5119-b992-7920-3513-4730d53614e1	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	425	2026-08-13 12:38:55+00
5f434630-020c-9560-190a-6e0eb132ccad	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	426	2026-08-13 14:24:48+00
db704acb-3624-c164-d549-2a8f229530b7	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	427	2026-08-13 11:10:18+00
5fb70c94-417e-8c57-e0d0-49913a642fd6	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	428	2026-08-13 22:50:23+00
f0fd1a6f-2301-44c6-1ca2-28be1a182c7a	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	429	2026-08-13 10:15:18+00
728b74a1-1d1e-65db-546a-9fda720e4878	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	430	2026-08-13 17:24:22+00
31dd8f26-726c-bbca-07ba-2271da2df85e	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	431	2026-08-13 03:06:13+00
11494cd0-84a3-a8ce-a3b1-502efca752b7	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	432	2026-08-13 03:25:53+00
6400b2ec-2716-5f1c-5bb7-c050bee603c3	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	433	2026-08-13 11:17:34+00
d7942ec5-933a-3427-a94f-9511333794ac	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	434	2026-08-13 11:57:10+00
97613ea9-cd79-f8c8-6a38-d8ed725a4714	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	435	2026-08-13 00:32:01+00
b99f79c6-7340-e02f-b235-bed90434c729	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	436	2026-08-13 10:09:57+00
4beb24ff-5991-d9aa-726d-7b0d92ae6e8e	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	437	2026-08-13 17:23:38+00
23027454-7b88-ba6b-aa36-216c6964f0e8	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	438	2026-08-13 04:44:23+00
8e521340-a23a-d134-3794-77ed756e0c54	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	439	2026-08-13 10:03:05+00
055b412a-1dbb-dc9a-3a4e-ffd5925e1a95	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	440	2026-08-13 08:40:38+00
9ce347a0-33ba-8d49-3846-3ddccf5b9ad3	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	441	2026-08-13 08:01:33+00
a121c365-9acd-7a2b-0d6d-ec068e293e5b	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	442	2026-08-13 08:58:08+00
f27c5f0f-4e97-5bc4-7ed7-8af7472067f6	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	443	2026-08-13 11:03:23+00
772f7073-90f1-e3d9-6fda-ed981c8c2b7b	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	444	2026-08-13 15:36:33+00
0f1c421b-fb5c-6e5d-5e7c-b034a4a04840	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	445	2026-08-13 04:03:26+00
56e6ebce-f4e3-e514-b797-6a6c7894c5db	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	446	2026-08-13 10:28:07+00
67dd29f4-2588-f144-6f5b-890e38a721cc	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	447	2026-08-13 13:45:20+00
9b8812ae-c594-1399-4d02-41fbd4f1544e	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	448	2026-08-13 15:24:55+00
236f38fe-0134-81a2-cc09-7d1b95bfd1bf	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	449	2026-08-13 04:56:29+00
5db8a667-cef8-1f76-f7e0-e83d1603ba36	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	450	2026-08-13 06:56:18+00
5c85717c-39b3-408c-2ba1-075525c3d96d	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	451	2026-08-13 20:07:34+00
e14a4d5f-8b71-8dd7-2080-035f7cde296b	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	452	2026-08-13 07:28:02+00
e52ddca9-0d59-bcca-5874-53b4517f06b2	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	453	2026-08-13 15:05:11+00
94528196-aafa-9720-9ebc-0b8d9fb818c5	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	454	2026-08-13 16:56:52+00
f0a51a4a-589f-76ad-635e-16dbfaa0f726	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	455	2026-08-13 06:07:25+00
3d760cc5-d845-5986-5870-e0ad0e8e487f	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	456	2026-08-13 22:47:34+00
4558d908-fb10-3b31-c08b-42967db22cd4	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	457	2026-08-13 11:02:01+00
594f7c2c-9b45-a43c-a149-f99805530baf	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	458	2026-08-13 02:23:49+00
09b14ecc-2dfa-3f3e-7b08-277642a85cc8	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	459	2026-08-13 10:28:27+00
4eccc8d9-043d-03fa-ce99-aa4121866b75	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	460	2026-08-13 12:26:42+00
f7e9ef48-adec-cc5e-9c0a-cd9269349e83	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	461	2026-08-13 08:17:35+00
f40bdad9-f372-25ca-2fd7-f2ceae7d1a76	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	462	2026-08-13 19:04:38+00
0cd8683a-eec6-7fcc-57a3-256769166405	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	463	2026-08-13 20:49:28+00
07e4a0b9-fc6d-92fb-01a2-3d9c944ded27	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	464	2026-08-13 17:26:35+00
f57814d5-004a-af1b-dc67-ea0609607d64	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	465	2026-08-13 08:43:05+00
2f498595-edeb-1ca2-2cd1-63b79ba342f5	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	466	2026-08-13 17:16:03+00
47abbd05-97b1-b924-b988-64f7f5a34d3f	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	467	2026-08-13 13:16:05+00
62941479-abb0-81e6-f7ab-1f6ee7b3dcb7	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	468	2026-08-13 04:53:29+00
c371c5ad-92da-26c2-774d-29004738e881	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	469	2026-08-13 21:09:21+00
8fe1d812-94e0-dadb-c275-0f12d9604227	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	470	2026-08-13 10:58:57+00
12e137b6-67aa-65a1-133c-9a975df48762	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	471	2026-08-13 08:57:30+00
9f63ff73-2ca9-cc25-76a3-67762313a073	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	472	2026-08-13 10:35:11+00
ca495032-8dae-e047-76fd-b7d27e3a291f	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	473	2026-08-13 04:04:36+00
dda8acde-45a3-894a-58b3-c5558194143c	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	474	2026-08-13 06:59:33+00
544fa6fb-b443-f3c8-06d8-79913e30dc39	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	475	2026-08-13 06:09:39+00
c03df798-b33a-b42e-63b4-a8670e45a769	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	476	2026-08-13 05:05:32+00
2875a10d-a07e-d2f3-871f-cbc35b803e64	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	477	2026-08-13 17:12:00+00
c9c72748-d41a-4edd-5d01-87253653dfa9	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	478	2026-08-13 16:03:07+00
a9961f94-8761-891a-7e9d-7f1dec8fa839	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	479	2026-08-13 08:45:08+00
c00c5644-17eb-4e3c-7df6-bfe8ff7ebd58	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	480	2026-08-13 07:09:10+00
bfd82461-b839-3192-79c6-1218bada9053	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	481	2026-08-13 14:32:57+00
6dde9061-1a05-79d2-5fa1-072d526b1ccd	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	482	2026-08-13 10:37:09+00
561434a5-04ff-6547-2e3b-aa47abdadcad	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	483	2026-08-13 03:28:54+00
3d91ec49-a23f-9848-75fe-754ff66d3a65	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	484	2026-08-13 04:02:47+00
3c38c33a-89c7-bbc0-df2e-e68fdeb0f377	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	485	2026-08-13 15:33:08+00
9752edb5-5da5-c1f9-c388-ba94d2d79ff0	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	486	2026-08-13 15:28:37+00
a2633fd7-6ea8-bca0-6a70-733383c22a0b	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	487	2026-08-13 05:55:31+00
eb9c2f5b-bbf1-d354-1606-5b973e32ed31	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	488	2026-08-13 00:52:38+00
8e8d9024-bfef-d7c7-1c3f-e25ba633423a	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	489	2026-08-13 19:55:17+00
b7a81ec0-d31d-f3a5-c865-6a962c78838f	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	490	2026-08-13 09:59:40+00
84bfd376-cac5-a35e-265f-bff2565aec49	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	491	2026-08-13 14:36:53+00
6af73244-77f6-7fd4-b529-ce76de76258a	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	492	2026-08-13 20:43:01+00
9b2814e3-b9e2-b84c-d838-e1ac54df6219	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	493	2026-08-13 16:05:33+00
34eda1a3-09c4-1290-5c81-ef5e645e6a19	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	494	2026-08-13 19:27:19+00
a096849d-ebe4-7d3b-fa41-01a4b3d6093f	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	495	2026-08-13 23:19:48+00
a9c74db3-7fde-8eda-dc09-732152c88235	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	496	2026-08-13 14:29:31+00
061330dd-1c78-fda3-c0b4-a16c147fbeec	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	497	2026-08-13 10:02:17+00
c9de1b71-de1a-6420-38ea-4dcb954ec430	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	498	2026-08-13 14:36:42+00
fd15117d-c5ee-a4f0-78a7-6111f6a35650	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	499	2026-08-13 12:25:46+00
fcedcf7e-6d1f-dd3c-2f22-523758831dcc	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	500	2026-08-13 05:49:42+00
71d93d3a-0a9d-a561-3fc4-5cc14dd05a1e	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	501	2026-08-13 02:56:45+00
31bf5d00-4e47-2dd2-3673-be2aa97ddd45	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	502	2026-08-13 19:48:41+00
12c0c6d0-f7ad-3c09-0530-915d02abe2b9	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	503	2026-08-13 22:22:22+00
14fc76d9-53c5-688f-e3af-4e399b9c05cd	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	504	2026-08-13 18:06:30+00
3856f064-a048-3b30-0667-bf8dcb0eb67e	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	505	2026-08-13 06:38:58+00
35a58fe5-8541-7f89-3c79-7cdfcd479ba4	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	506	2026-08-13 05:03:32+00
129b25db-380e-ecf4-f83d-ced27a87c487	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	507	2026-08-13 16:58:43+00
49612884-6237-da66-1f6d-2c11043f05ff	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	508	2026-08-13 06:06:14+00
e6b24d97-3318-497e-d67e-dc850d187db2	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	509	2026-08-13 15:44:47+00
d2146479-9eaf-fbec-55df-8dd69ec2b999	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	510	2026-08-13 19:23:33+00
22a91807-f87d-a6a3-fe68-0645172e437a	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	511	2026-08-13 17:03:50+00
f5d45e2d-7dc7-3259-2ce2-d04d4bd4e2c8	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	512	2026-08-13 03:19:00+00
28926623-b2d6-c9b5-1b04-629f78ccb16e	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	513	2026-08-13 09:26:33+00
6db953a1-54ef-9fbf-d7da-8f56d1c94345	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	514	2026-08-13 22:06:35+00
7933741a-b1bd-9842-acb2-a5e4eba6402a	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	515	2026-08-13 17:40:08+00
107f0b2a-6c3b-a720-9bd9-2b0f41a11330	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	516	2026-08-13 22:07:46+00
76dec3ac-d396-1ef5-06ce-3ccb6447e3eb	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	517	2026-08-13 11:07:02+00
a8dd1402-5e99-9448-d8ff-406434d26938	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	518	2026-08-13 07:07:47+00
cf6de089-dafe-d4df-5ffa-a2b4628826a5	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	519	2026-08-13 17:13:17+00
40626cae-b08c-620a-a4f9-7abf128938ec	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	520	2026-08-13 03:00:49+00
e122147b-df05-816f-dcec-edcd913faa1a	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	521	2026-08-13 05:12:37+00
4d16e9dd-8c51-9b01-ac19-cec278f0d933	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	522	2026-08-13 20:19:08+00
613eb3a0-01ea-da99-5144-abd7a30b1117	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	523	2026-08-13 05:05:24+00
7de4fc42-9e36-9781-1d0d-3e36b702f226	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	524	2026-08-13 09:23:45+00
19ee13e8-7c88-0b61-a71d-e4d3cf0e3dc1	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	525	2026-08-13 13:17:01+00
3989abcc-67ec-1b19-730f-ccde262aadbc	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	526	2026-08-13 04:09:18+00
c063d9d3-1307-ed2e-0f18-6f0602f7deb0	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	527	2026-08-13 08:17:10+00
e375b9b0-3e65-65fa-0bda-111bf7a5c443	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	528	2026-08-13 02:10:15+00
6a1826ff-dba8-0d38-3fa4-8be5924d9655	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	529	2026-08-13 06:37:07+00
f354216c-82d1-a582-661b-f7671615415f	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	530	2026-08-13 05:01:27+00
e0a9cf1f-0101-94e0-432d-06a36976b982	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	531	2026-08-13 10:26:02+00
f341b8e8-e319-8788-b5c2-2cae8d3457d0	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	532	2026-08-13 10:18:58+00
34339ee8-e88d-84fc-a88e-33f006a3e658	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	533	2026-08-13 08:59:38+00
7dcfb9d8-b64f-a8c4-a003-16df84aec750	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	534	2026-08-13 13:22:37+00
396a3c68-6491-3050-9805-992f8c0645a3	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	535	2026-08-13 02:02:02+00
35a9bb44-046a-fa60-0938-2c99aca91310	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	536	2026-08-13 02:12:53+00
8d8540bf-0de2-067e-b8b6-143b2d28fe3a	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	537	2026-08-13 21:36:17+00
992fd3dc-0765-f589-eaf9-9f82d3ba0915	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	538	2026-08-13 15:35:32+00
6b94a1c0-391a-2e1c-438f-71021b0d6345	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	539	2026-08-13 17:19:06+00
f3c69308-90c3-c56a-5d64-a2d4f0898f1f	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	540	2026-08-13 21:36:25+00
28565412-5514-a6b4-4034-40d1fb319377	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	541	2026-08-13 20:01:49+00
8acb3004-8a6d-3a34-8961-788e8076691b	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	542	2026-08-13 01:48:06+00
9c7d770f-7f9d-25a7-b279-d5462159bba6	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	543	2026-08-13 09:17:40+00
3a7fdc2f-f16c-461d-60cb-ce63ffb880d3	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	544	2026-08-13 21:43:31+00
2fce3f09-c350-e828-d644-542d170aa683	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	545	2026-08-13 20:30:36+00
4269df81-279d-b4c4-a7aa-8a02b5bea259	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	546	2026-08-13 03:33:41+00
f4891338-f5a6-af04-22c5-142c65f24a36	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	547	2026-08-13 06:41:33+00
fa4daee9-7a93-1c78-7463-b76e1b5e6700	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	548	2026-08-13 10:39:13+00
1770c9cd-d50d-d432-1ccd-790060d05674	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	549	2026-08-13 01:00:21+00
631be899-76f0-9066-8957-c6909a446bc1	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	550	2026-08-13 23:58:36+00
e1a88d19-e9a9-e52c-d6d4-6f02bd44b1c2	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	551	2026-08-13 22:37:42+00
61eb4ea2-015a-e187-45b5-9d28c684bf33	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	552	2026-08-13 07:20:09+00
cccaa667-8a29-3a29-5df4-6ccb26d731eb	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	553	2026-08-13 02:16:55+00
6acc8e33-3c5f-e8d0-9b97-1ff55def9bab	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	554	2026-08-13 12:52:12+00
1d61d7d3-63f7-064b-b03c-b73f87cae6c2	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	555	2026-08-13 18:45:57+00
f57b7be4-4143-5ae7-15af-0775cdc515c8	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	556	2026-08-13 10:52:09+00
427d0523-1e5f-80d4-099a-024c5bfa0a86	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	557	2026-08-13 01:52:37+00
dd7066f7-5d56-06de-51fa-9938fb815771	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	558	2026-08-13 20:58:45+00
48492da5-1b78-8516-5afe-e6eb13ba6e47	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	559	2026-08-13 12:37:10+00
b92bc4d9-9bdf-3126-d38b-dcf5fd9198f8	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	560	2026-08-13 14:23:55+00
cee2b0a1-2e26-bfbb-61bf-f5d7f62913ee	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	561	2026-08-13 01:25:44+00
c8734dc2-f646-1a3e-dfe6-590f4a369407	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	562	2026-08-13 01:42:12+00
73574363-5223-ebc5-52f9-9dda748f552e	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	563	2026-08-13 01:28:24+00
971df7ed-edce-ea53-9a61-2ec2d9e092f6	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	564	2026-08-13 01:02:13+00
9ea85b1d-f6ed-a026-26ca-9cc229bd346f	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	565	2026-08-13 11:52:27+00
8c84ac4a-a0fd-05b9-a0cd-c1e1aaf4c52c	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	566	2026-08-13 13:05:23+00
99680c18-b014-6b02-0542-4f1655c78fd8	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	567	2026-08-13 03:52:43+00
3136f3d4-2207-767d-1adc-2b0d7e71e3f1	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	568	2026-08-13 04:58:46+00
0fa56b07-60f6-460e-2b7f-59172a2ec64b	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	569	2026-08-13 10:38:29+00
3a9b2ebd-191f-fd45-6243-3bccfbcec2c3	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	570	2026-08-13 17:54:35+00
c07edf52-fd32-762c-c5d4-3c364940ff68	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	571	2026-08-13 17:52:50+00
1c10b6fe-7569-5cdf-0f0e-06eb13c21121	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	572	2026-08-13 04:54:20+00
6ac7b1ab-e758-263c-f0aa-9a0d837ac368	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	573	2026-08-13 00:46:15+00
5e96d71b-7848-8e43-e34e-967dde7f871e	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	574	2026-08-13 10:16:56+00
59be4c93-bf31-f553-0e00-07f61c77330d	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	575	2026-08-13 17:59:49+00
26335d7a-a2b2-a9e7-293f-71b69404be3d	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	576	2026-08-13 17:43:23+00
a519f238-ab17-9e08-2388-29589fa4f841	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	577	2026-08-13 14:25:44+00
0d52d79e-4151-85a6-b62e-19db213fd14f	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	578	2026-08-13 07:36:48+00
1c8aee33-5f59-bdf9-dd8b-60d652ddf573	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	579	2026-08-13 16:26:07+00
33cbdcb4-5f42-2212-3bb8-de5d212ea215	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	580	2026-08-13 19:12:45+00
b3da4a00-4c21-3ad3-3d89-ee73f0afc7cd	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	581	2026-08-13 05:10:01+00
79651b58-ad28-5d67-fbdb-e08b2dcfd7fc	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	582	2026-08-13 09:19:30+00
568c66b9-db78-f786-06f3-ee892a806b59	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	583	2026-08-13 17:25:04+00
a8b15661-53e0-9c0f-b35f-2839e5c50f3e	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	584	2026-08-13 00:11:01+00
f34fd432-64a1-4cf5-4dd8-b36e79fc4330	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	585	2026-08-13 23:58:27+00
ced1f49d-2156-c6e2-eb34-71a3e94592a7	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	586	2026-08-13 05:56:18+00
931793b3-ffb6-2f99-5b21-cb84c57c610a	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	587	2026-08-13 23:58:17+00
73fc3295-b118-4682-4cb9-57d6d4a45ff3	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	588	2026-08-13 01:24:10+00
3e3b8db8-4c58-0f02-3066-2dae4f02decc	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	589	2026-08-13 05:44:06+00
b9197302-aafa-ccb3-29d7-2acd742f8341	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	590	2026-08-13 16:32:54+00
c22f7093-384f-e442-7d87-ba23c98a9af8	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	591	2026-08-13 22:14:09+00
d5931c82-a32b-aa66-c64f-ecf92ec2cc50	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	592	2026-08-13 07:37:39+00
58b99594-0a90-56ee-b57d-9d50703d21dc	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	593	2026-08-13 01:02:53+00
a83cfad6-d7aa-87d9-b7c3-4d54f84c9b33	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	594	2026-08-13 19:25:50+00
4dedbecc-e933-fc8e-bca1-8b15c4826855	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	595	2026-08-13 05:43:17+00
b4abf9f3-d444-6c67-19ae-117fbce436db	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	596	2026-08-13 19:42:06+00
8c1d2c2a-4293-f9a9-23e9-c7af11b97bc4	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	597	2026-08-13 10:03:18+00
d3bc9d3f-b457-1096-b98a-112616e66efd	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	598	2026-08-13 07:00:51+00
dfb0d339-a5bd-0fe9-60c0-cdb044e1e956	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	599	2026-08-13 11:11:04+00
d85660f4-29c3-38c6-5e24-9770e96d95bb	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	0	2026-08-13 19:54:21+00
a4c8d2b1-046a-7a24-c19c-f2635608d797	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	1	2026-08-13 17:25:30+00
ce3ceb9b-c140-cca0-388b-05b79cdfe24b	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	2	2026-08-13 20:46:47+00
d8cd5f5b-ab9a-e97c-5b24-5f47119c3621	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	3	2026-08-13 14:29:39+00
5e1b3030-f65a-4fa3-9f44-334ee7d40544	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	4	2026-08-13 06:53:48+00
b4780ba0-7924-0a21-06b0-bbb9cf0de0dc	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	5	2026-08-13 04:28:42+00
f773dea5-fc43-8b60-1909-c9794dee1613	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	6	2026-08-13 23:36:09+00
87b9d7f7-e95d-c3ce-6ba5-4edc51b4fbbb	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	7	2026-08-13 18:25:54+00
e24c049a-4906-c67c-7820-05c21f1e008c	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	8	2026-08-13 20:52:01+00
514020d1-3f3f-f64a-fecb-a99f238c5023	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	9	2026-08-13 03:23:21+00
f289f6fa-7768-4d3e-139a-f1e7749059fb	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	10	2026-08-13 16:18:09+00
046b58d1-8949-a433-4955-f591c52bcff1	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	11	2026-08-13 10:59:28+00
c156aced-5f8c-1976-1fed-0b2a48736546	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	12	2026-08-13 03:48:52+00
4ad67be5-758e-3321-c4fc-dddf54a87f14	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	13	2026-08-13 09:27:01+00
2b5b3fd0-633b-b8a0-01c5-39842b50f3a2	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	14	2026-08-13 06:00:50+00
84b31bbf-15a3-b161-3ebc-1e9b7e649301	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	15	2026-08-13 12:25:42+00
0c61fd32-5069-a8c1-aa8e-f053e20976f3	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	16	2026-08-13 13:28:12+00
9647244c-d72b-fc7a-40f8-cf235d1c91b7	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	17	2026-08-13 07:05:04+00
bfe1896b-a723-70bd-c298-42c305a4e9ce	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	18	2026-08-13 03:51:10+00
b59210b2-b5e4-4875-1fbd-40fc7e22ecb4	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	19	2026-08-13 09:39:25+00
dfb3270b-77bb-206c-5450-f0ec44cb6f56	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	20	2026-08-13 13:38:12+00
9f1ce671-1647-07f6-35cd-f870135bb386	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	21	2026-08-13 22:10:47+00
fb2e7f31-2416-d2c8-5849-8c12fdcf0233	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	22	2026-08-13 15:22:04+00
fb152a0c-9721-b01d-d1e7-1f7aef048e52	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	23	2026-08-13 00:47:49+00
052e6b19-4883-e17f-4d4d-b87373fb27e2	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	24	2026-08-13 20:40:53+00
e0d6df12-1ce4-78c6-6d73-115423a6cf8d	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	25	2026-08-13 19:00:06+00
dd361c67-5c0a-8ba4-842a-cfc0d0a079d5	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	26	2026-08-13 00:52:13+00
ac54b591-1603-4e1e-d524-caad8cd91bf5	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	27	2026-08-13 19:57:28+00
0715d320-de82-9cd0-fe59-79aead1b41d3	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	28	2026-08-13 14:08:11+00
cdecd8bc-5f70-3ea5-f4f3-d36b3f684862	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	29	2026-08-13 09:19:13+00
310a3f69-ab44-4495-49cf-07b8d51d321d	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	30	2026-08-13 09:53:41+00
6dfdfb73-f7a6-dcf9-bf9a-db20d8567081	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	31	2026-08-13 11:31:40+00
4c93e0e3-16d5-306e-d64e-ef2332e498fa	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	32	2026-08-13 23:40:33+00
991a45dc-b22d-5d34-19eb-0d631e21f6ba	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	33	2026-08-13 03:47:33+00
b48e0c7c-b7e7-e5d8-8131-2738d5b38c60	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	34	2026-08-13 11:14:15+00
b2c6d81d-1300-44ee-640d-0e7a897b3cd8	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	35	2026-08-13 09:26:43+00
67bb352a-c353-e05e-05a5-b371452f8f34	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	36	2026-08-13 06:29:02+00
70391da6-80d8-167f-5a93-34299483f2b3	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	37	2026-08-13 06:24:12+00
2d412343-02e1-0089-1cc9-42a256109a9a	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	38	2026-08-13 19:59:03+00
5a5c672f-e3a5-e28f-e31b-93312159ef69	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	39	2026-08-13 05:55:04+00
527e619c-99b6-e198-ca97-f32a5b2bbd76	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	40	2026-08-13 18:32:55+00
c0a17118-6c9b-142c-5704-a32e75a65fe5	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	41	2026-08-13 08:41:15+00
cc1a6b14-ed80-f807-3e40-950689049e5f	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	42	2026-08-13 16:09:04+00
cc63611e-9f75-9288-4fbf-f639c0c54063	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	43	2026-08-13 12:55:10+00
7ada5e85-42cd-1018-0ace-c2000d2366f0	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	44	2026-08-13 04:42:19+00
dd4d6f9f-fcb3-5fe0-cc29-0ee92d4c3fa6	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	45	2026-08-13 18:56:08+00
599615c4-09d6-d0ab-18b6-412148297072	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	46	2026-08-13 23:13:57+00
4a01e944-4053-a855-fd75-f01269eaee64	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	47	2026-08-13 08:16:43+00
6f50098e-4794-c0dd-9488-29b5d9216ec1	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	48	2026-08-13 09:57:21+00
d48962bd-a51a-54cc-e6f3-43521b391739	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	49	2026-08-13 04:27:40+00
66908d64-922e-5e70-0506-e6d52fe95f62	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	50	2026-08-13 00:21:35+00
70aa27db-20a9-5ae4-883e-e633d2f821e8	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	51	2026-08-13 08:43:07+00
ad22277c-ef75-6264-7a48-04df47e09fe5	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	52	2026-08-13 09:55:27+00
34612ea2-8784-5f6f-5170-a7ffd3794b0a	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	53	2026-08-13 17:16:00+00
c231ac33-0fb5-0e94-91bf-f455dff375ed	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	54	2026-08-13 06:58:29+00
deecbdb4-ffe1-7a0c-9c89-cbc85f467aa3	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	55	2026-08-13 20:31:57+00
2b6d5366-b06c-6794-8aaf-e2dce2a3306d	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	56	2026-08-13 13:35:16+00
d2920d51-ccf8-0b43-9304-37f6dea274ca	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	57	2026-08-13 00:07:48+00
c866c892-a9df-8b12-a1af-4fa83fd4b7f5	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	58	2026-08-13 17:03:12+00
b1d542f7-998b-2a88-9204-ec119e4c01a6	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	59	2026-08-13 05:11:08+00
0ce7c60c-90e7-4e20-e815-1a5c88c18e06	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	60	2026-08-13 17:37:00+00
388f1d6b-092c-a6cb-11c9-32ccfe15fbb3	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	61	2026-08-13 03:27:34+00
6c817e85-a9dc-f02e-e783-ddee76a6c6e5	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	62	2026-08-13 09:03:40+00
3c7d6e38-b073-f8d9-16b1-7437cab32725	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	63	2026-08-13 17:16:26+00
ae09eb59-980b-f1e8-7a21-54995690d898	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	64	2026-08-13 14:21:59+00
525d6dcc-3324-1fb5-74e9-65836b986ec3	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	65	2026-08-13 09:31:21+00
f4bf98e9-908a-072e-25c9-2433b337785b	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	66	2026-08-13 21:54:33+00
85ec17fc-e9e1-e9c6-7a26-5f10c510b746	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	67	2026-08-13 10:37:37+00
8c88d94b-17b8-052c-03ff-d6be25b62d72	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	68	2026-08-13 15:20:31+00
e6d13afe-29e4-f379-4a57-8ae96b5c44f1	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	69	2026-08-13 01:45:53+00
13b894da-523d-c2f8-acf8-680a59b6ffd9	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	70	2026-08-13 03:31:03+00
dfe3e9f3-ef4d-1d52-d89d-4697aae59da6	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	71	2026-08-13 09:47:54+00
1f60b92e-e674-04e0-245b-9283d49fa82f	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	72	2026-08-13 18:12:57+00
4cb68791-a4b7-1531-927a-182bc085346a	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	73	2026-08-13 19:44:30+00
9676a5fd-01f7-9750-1f6f-65574e2f95dd	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	74	2026-08-13 11:27:18+00
c03f4366-f204-8aca-7115-819acca4cc14	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	75	2026-08-13 15:14:58+00
9ee11c9e-6c9b-d509-d40c-5c849042634b	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	76	2026-08-13 09:58:03+00
a1a97bab-2e43-dbe0-1938-d71e4a8aa904	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	77	2026-08-13 20:23:25+00
58605514-6671-d2ce-3178-e312b25af175	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	78	2026-08-13 09:28:38+00
792515b9-9f2e-4d6d-e2b2-4d2548a24632	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	79	2026-08-13 22:08:50+00
b5c8b347-0ef3-1e46-a389-8ac0351418ca	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	80	2026-08-13 15:27:50+00
0370dfc5-442e-22ae-d4bb-37e523235de1	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	81	2026-08-13 14:47:03+00
f15e90e4-3ccd-e790-a852-4ccc46867b01	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	82	2026-08-13 06:22:47+00
55059a36-3c24-63cd-e638-6f7a264e8a3d	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	83	2026-08-13 05:38:37+00
86701266-1933-4868-23bc-7b9d43a1423c	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	84	2026-08-13 12:05:14+00
96307ab6-9ade-1230-30ef-617e513855c5	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	85	2026-08-13 02:13:41+00
cd66656c-c9d4-d337-7a06-9dcb0b059ea7	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	86	2026-08-13 11:43:07+00
cedae888-4940-6100-e95e-704ffba58fb8	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	87	2026-08-13 05:04:24+00
aa56065c-f741-e36e-36f7-1fda90ac8e74	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	88	2026-08-13 17:12:23+00
54d8bef1-94d0-8b2a-2fad-8440d3e1fd8a	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	89	2026-08-13 00:13:16+00
ec8b7cf5-ace9-0f73-628e-4590ea12324a	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	90	2026-08-13 20:10:11+00
8ca9adf3-3c38-5e90-faef-e91f699c3654	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	91	2026-08-13 10:56:40+00
350f4178-f740-ce7a-68a6-0356288b7a2d	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	92	2026-08-13 13:41:00+00
365d103c-f8f4-1996-6b0f-a199f7383bfe	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	93	2026-08-13 04:27:34+00
345dbd36-c5dd-e4e4-ea2f-590d29490ba0	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	94	2026-08-13 09:28:06+00
23b7de2d-3f17-1b13-85b3-6c34bf0a88d2	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	95	2026-08-13 23:08:29+00
31c7f279-f41b-cc08-9eee-4bd612c6575b	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	96	2026-08-13 03:47:49+00
988c2f94-25f6-1b5a-303f-fad2420960e4	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	97	2026-08-13 23:18:33+00
b78e9832-2a7d-dc11-31bb-4ac04d569bd6	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	98	2026-08-13 12:52:48+00
397eb57d-6af1-fc81-cb52-4640467ff00e	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	99	2026-08-13 03:34:43+00
0f826843-99d4-56ee-515d-eed55d7fc995	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	100	2026-08-13 15:36:25+00
d282da1a-a2c7-ddee-ea1c-4ae4b84f8902	91e40a3a-a0d5-a7fc-790d-0331d2627709	cb16f301-0e4e-04d4-24b9-903533f9b5db	101	2026-08-13 03:42:24+00
c85be529-f371-a4bc-b6f2-8cf3df7f6140	49bbe0bd-a228-e7c6-edee-054f30e9019d	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	102	2026-08-13 05:17:16+00
3bc36923-5b12-291b-902d-f6f693abe543	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cfec80ca-7142-52d6-7b28-c753c7957c6c	103	2026-08-13 05:15:54+00
30ddb669-a53d-a096-830a-270e01702ff5	03ca2af6-6249-9cc6-2eaf-1772a126630e	4345b3ad-23ef-22bc-1e5e-92943c098263	104	2026-08-13 01:20:09+00
66849411-1fdf-cddb-cb3d-985f8d6b2473	151c4f5b-fa3f-80b3-b964-37748e1448db	7c84e8e2-a854-224b-4513-67f04a608d49	105	2026-08-13 16:42:40+00
9cb4bca4-d737-3c39-dd1a-6c9dbddb8bc3	54d2cdf2-23bb-6870-8d94-bd82693102b1	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	106	2026-08-13 18:28:03+00
3ae12175-e265-904f-3452-21164342b189	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	65805c1a-f51c-2113-e70d-1d4db57d804c	107	2026-08-13 21:51:42+00
8df0474d-8d71-7e2f-eb3d-a1aa9db35a52	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	108	2026-08-13 22:49:22+00
2e737306-5d48-4dcf-28b7-b558887005d5	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	4e950ad8-6ac1-4ca3-aadb-e13464b06469	109	2026-08-13 19:11:04+00
e417268e-63b5-f34b-6ba8-64190fa32e7c	4a972764-a99f-4a86-9077-ff9938f54c75	50ff0f92-9c60-a415-2fcf-6a0c1816870a	110	2026-08-13 00:15:06+00
31eed15b-4ca5-930a-15e8-f0330281f341	3f784102-2a00-26a8-ece5-0a123dd15acc	83b898c2-1e34-b327-e233-d72690a75c95	111	2026-08-13 16:52:52+00
4ff551c9-c78a-551f-0c1d-6dbc73e479f7	902a4756-651f-851a-38e6-d9ff3c4bd5b7	12769ca0-1508-baf5-e47a-61b428348d5a	112	2026-08-13 01:50:39+00
3fdb19ae-2c6d-9287-204f-a5d57d76835e	1b1c0660-c36d-da27-c702-2a8c3783e8f9	53f88eea-7389-0e25-f77b-51278bd5c1b8	113	2026-08-13 04:55:31+00
5177ca1c-fc28-3993-26e0-9815b78ce2f4	34ef66df-293a-3cf4-327e-504581185b03	e473510c-4484-fb9e-5b76-32afaf483c71	114	2026-08-13 15:11:44+00
81ba0391-c856-0245-a043-b96e6393b92d	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	9caee790-6ff5-9ae9-fbb6-3616d661b615	115	2026-08-13 05:16:47+00
932b5b0a-44de-6156-7cef-f57ec5e2c5b5	e9e5a810-fba7-f7f2-e662-1bf250fb7004	495259f3-4863-3894-c2af-307a24fee167	116	2026-08-13 02:55:34+00
3c6bf255-7b61-6fb2-7e33-63b7ff8a216d	7477ab11-eddb-85c2-39ef-340ed7263d30	60b6396b-87c9-aa7a-42cd-ab412efbc915	117	2026-08-13 15:58:11+00
6a98271d-07ec-d620-e9f2-c25c6ff9cfa2	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	dda6b58b-4be5-e8cf-f89d-3de385918fd5	118	2026-08-13 13:14:47+00
4eb43a62-af8b-6a66-b42d-18f51097aa50	caf6a9e9-b4b0-4f03-eb38-fd9840276792	905a404b-a336-9b2a-c584-13d302d78305	119	2026-08-13 19:46:47+00
7516d0f1-8cc4-c879-644e-43b7dd47c3c6	95f9c3cc-6684-3ae6-8040-e010c756e49a	ce3cc20e-edf5-56bf-4400-04d0cd35accd	120	2026-08-13 17:35:52+00
ed361b5c-c3e8-9f25-73da-e5dc79eab1d6	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cea0f525-9625-0313-cda6-23d8d2f0f15d	121	2026-08-13 11:17:11+00
eaa01fa2-238e-8fdb-cb0e-0c55edf3c3d6	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	8554e4f8-055d-021b-c3d0-522014b465d4	122	2026-08-13 12:57:12+00
e642d488-7b16-6c79-2a45-e02303708625	7d343217-7eab-e94b-75f1-afc651ecfce0	cb2a3df1-644c-26a0-8901-ee9f5b87d319	123	2026-08-13 17:48:33+00
f93de211-3288-3d6f-a774-a8b9ddb52bc8	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	124	2026-08-13 04:04:35+00
bba80ae6-c04f-4f40-ad6e-d3bb745f6ac9	bfa16937-270c-d920-37f3-d9b82c604fb6	78920153-e76e-a4bb-6c59-b49cee2c162f	125	2026-08-13 13:58:20+00
107bd464-b721-cfe4-e872-4836276b90e5	6103e7bb-f2d0-c29e-bca8-c421ac49973d	0613287f-cd61-254f-f9ad-9f04189fbc80	126	2026-08-13 00:59:42+00
39f7dc8d-14cf-07c3-a084-ba535db0782c	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	987d06e9-a20d-1ccf-768d-75b535d4e868	127	2026-08-13 13:57:38+00
e658e8ac-62a8-33a6-dccb-ec7a29830fa9	f81004fd-9bdc-37de-1e3d-5721647fcfc3	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	128	2026-08-13 04:26:26+00
ef428ae9-decd-062b-e995-783d7c1b8a02	29e6fdea-3495-b50e-8e3f-8391cb207f42	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	129	2026-08-13 08:43:47+00
688bfd89-3204-b22e-e9f0-b0109b752cca	40fccd53-cc47-5e13-281f-b295e18f48c6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	130	2026-08-13 14:26:31+00
82685676-a609-fc54-7a84-f0df65200e4d	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	fbbeba3b-f170-d528-6689-6683b586a23b	131	2026-08-13 01:18:22+00
3fe3c020-6677-73f0-a138-4ae395540505	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	132	2026-08-13 15:31:04+00
524ca891-4799-357f-bd89-b615b1b76045	4fd16547-30e9-8f49-f928-54a1a6de12f6	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	133	2026-08-13 00:23:18+00
f06a5cc1-f53e-78cc-ca05-5c373d8fc5ca	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	354131ea-6fe0-7f31-2283-6fa90fcde748	134	2026-08-13 00:30:46+00
5ce371a5-415d-765f-b5ec-091fe3478a4a	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	bf556bc9-5126-3f8d-60f5-699fa1641b17	135	2026-08-13 23:13:04+00
15f02824-aa26-44bf-201e-a0900e0492c8	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	a30b3ae1-3887-d416-0965-5d4c910d442f	136	2026-08-13 16:25:49+00
24865e0c-dda3-9540-257f-461c438e32aa	344f67f8-66c9-2083-36bc-d742a759ecd4	95de1407-ca14-758a-3d04-4b05413f4bde	137	2026-08-13 13:40:01+00
78c53b3e-d87f-0728-0c75-facd8bcba4e4	39aad169-53d6-abf5-419b-d629742da3f4	c99fb7b1-f3a7-334b-838e-35fba3d69f07	138	2026-08-13 00:34:55+00
f115aa59-640e-e0f3-3ec8-87cbc18541d7	f675aab9-ceab-2699-f6cf-2c35a52f3423	02d1d868-cf9f-3b12-635d-bbeeffa715ad	139	2026-08-13 08:10:37+00
7dce0d51-bc02-8ba5-1d25-b8079998f92f	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ee680535-b299-3b7d-c77c-c3676e26a325	140	2026-08-13 18:40:36+00
961127aa-552c-70c6-ce52-0b59b756bf03	e0cf83a3-195f-324e-3879-c1a4a6922601	cb16f301-0e4e-04d4-24b9-903533f9b5db	141	2026-08-13 22:20:55+00
0a4afb87-596c-9685-6edf-5780d9d89b0f	e9b7b31b-95cd-7672-eafd-ac499a088f0f	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	142	2026-08-13 08:00:33+00
4483e84a-ef7e-04e3-0e3a-d2547d5057c7	6443fbac-1268-99d0-c742-b383419e3269	cfec80ca-7142-52d6-7b28-c753c7957c6c	143	2026-08-13 22:58:54+00
12c50a5a-8985-72cc-2567-eb733672b6ec	4cc7d845-6981-d896-bb73-72356878babe	4345b3ad-23ef-22bc-1e5e-92943c098263	144	2026-08-13 05:00:26+00
50e6710d-7114-48d4-2af1-9c95cdb64b9e	7b63839f-f249-0135-894e-c7c99de689e7	7c84e8e2-a854-224b-4513-67f04a608d49	145	2026-08-13 22:18:22+00
fa6e69ce-494c-3137-5729-609dfdba8c3b	3c8c25f1-3efb-6db6-2b70-b52d074a502d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	146	2026-08-13 04:29:42+00
9d0e1d10-8905-b363-b481-c8ea879809ac	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	65805c1a-f51c-2113-e70d-1d4db57d804c	147	2026-08-13 01:56:27+00
c4996bfb-4a9c-aca1-ee35-a4103da10fbe	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	148	2026-08-13 10:56:28+00
8cbbda38-cf32-b0e8-c016-c0b4ba55f874	6a814f05-097a-6b13-9ad9-11b777b5d17f	4e950ad8-6ac1-4ca3-aadb-e13464b06469	149	2026-08-13 03:04:40+00
4faad62e-afbc-d5f6-3aa3-d33e1f47fee6	bbd40019-0f47-13a1-e6a1-22cb54b65fab	50ff0f92-9c60-a415-2fcf-6a0c1816870a	150	2026-08-13 05:11:18+00
af105927-ff33-0176-0512-c4f821ac6ec6	1905028c-5d35-e6d7-a1fe-16b899f4fda9	83b898c2-1e34-b327-e233-d72690a75c95	151	2026-08-13 05:27:42+00
f1a8831b-7270-2a0e-d48d-e2554254c8cd	82998eae-22dc-266b-8b8d-be80135d4efb	12769ca0-1508-baf5-e47a-61b428348d5a	152	2026-08-13 19:24:19+00
0b04f6b8-e9a9-e9cf-6273-516c3f5dfe5c	7bfa35dd-0355-df3a-e582-32285ac16042	53f88eea-7389-0e25-f77b-51278bd5c1b8	153	2026-08-13 20:33:29+00
bf1dc213-6d0b-87fd-88ba-241d344bacdd	31d69187-a7b5-fac8-a3de-4b293b0dfb72	e473510c-4484-fb9e-5b76-32afaf483c71	154	2026-08-13 12:44:10+00
077c0d9e-2be8-eddf-de01-71ef08e178c5	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	9caee790-6ff5-9ae9-fbb6-3616d661b615	155	2026-08-13 20:28:06+00
3434d16f-7077-1024-06ad-7531cbdcaf78	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	495259f3-4863-3894-c2af-307a24fee167	156	2026-08-13 11:00:17+00
52f4d6f6-c70f-0fee-4cfe-38fbac608224	f736bc66-02d3-9bfd-8a75-c378b0277dbe	60b6396b-87c9-aa7a-42cd-ab412efbc915	157	2026-08-13 07:12:54+00
86e5bfa8-5d26-df52-f264-40d5d76c7223	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	dda6b58b-4be5-e8cf-f89d-3de385918fd5	158	2026-08-13 06:19:59+00
56975485-55d0-b3e6-ae3e-9c569f9aace1	4bf72314-0713-0776-8039-d24236467bfe	905a404b-a336-9b2a-c584-13d302d78305	159	2026-08-13 17:57:35+00
1b17805d-e5f8-9e89-f2e5-f8fffeeef594	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ce3cc20e-edf5-56bf-4400-04d0cd35accd	160	2026-08-13 11:17:18+00
9fd99193-e457-c13b-5c86-6449a56cdab4	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cea0f525-9625-0313-cda6-23d8d2f0f15d	161	2026-08-13 13:57:03+00
fda9b7d3-363a-7638-31ed-e70e0ae61261	b7cb7124-2206-8350-21fa-eb9939dcbda8	8554e4f8-055d-021b-c3d0-522014b465d4	162	2026-08-13 10:27:48+00
b3b220df-ab0c-6282-3025-c6e37d5c13f8	7590a46a-e682-934d-9fc7-650defa807cd	cb2a3df1-644c-26a0-8901-ee9f5b87d319	163	2026-08-13 06:19:48+00
62c9310f-05cc-171a-4e10-75f614f67aff	65d0b103-bf43-cc78-5f7a-3201f2084abf	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	164	2026-08-13 04:23:54+00
221b9f96-2733-7cce-4ce9-4f330e647fed	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	78920153-e76e-a4bb-6c59-b49cee2c162f	165	2026-08-13 10:28:44+00
dd98a7de-4707-e41d-5319-ead27b38fec4	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	0613287f-cd61-254f-f9ad-9f04189fbc80	166	2026-08-13 15:05:35+00
2d09482a-e0c0-9d7e-5f0b-65d517cb934d	1c034bb7-058c-cace-6a7c-2086d323df4d	987d06e9-a20d-1ccf-768d-75b535d4e868	167	2026-08-13 07:31:26+00
992ad3a6-7d5d-cb3d-79c2-c3ace7ad5a4a	9b77cd81-80be-eeab-4cf2-1cee75046f17	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	168	2026-08-13 00:14:43+00
7f1ef0ac-2f86-9c7b-b327-61f40b61483e	30dcda0d-bf5c-a952-2832-e04aae95b1ae	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	169	2026-08-13 18:59:37+00
06ae770c-21e1-9314-1f35-3c3939f460f2	b66a4afc-53b8-a207-3468-cb213245295a	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	170	2026-08-13 05:32:53+00
0ee47abb-907d-4f9d-3236-2f6d7e05d0a4	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	fbbeba3b-f170-d528-6689-6683b586a23b	171	2026-08-13 01:49:26+00
64c9b7c5-da2d-f439-9d51-854a5a86a8de	327d7eeb-50a0-a09a-607f-bdb875921a02	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	172	2026-08-13 17:56:13+00
410d4594-bb01-d122-e7c9-a1f54d577522	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	173	2026-08-13 09:20:36+00
dd76f017-be2c-3b8c-d17a-09a8e06bf5d8	8f156e52-3c1d-be62-dea8-4b7378f0a62b	354131ea-6fe0-7f31-2283-6fa90fcde748	174	2026-08-13 03:08:32+00
c2db4a22-f080-2fa2-14c4-537051925549	9139d8ef-27b3-04c7-0a75-d84910ad46c8	bf556bc9-5126-3f8d-60f5-699fa1641b17	175	2026-08-13 09:14:31+00
a62de0c0-10dc-630e-17f9-a52b3ec7050b	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	a30b3ae1-3887-d416-0965-5d4c910d442f	176	2026-08-13 02:51:05+00
6e6653a1-31fe-5447-6b2b-042fdeba1360	0d897916-e912-0ce8-3de8-26510799ad69	95de1407-ca14-758a-3d04-4b05413f4bde	177	2026-08-13 02:10:04+00
63b6af18-cff3-7490-af28-f18f7bf0adac	55241554-0cf1-3ee2-110b-a1b6c0f8fede	c99fb7b1-f3a7-334b-838e-35fba3d69f07	178	2026-08-13 22:13:47+00
6f9e928a-0eb9-15d2-e871-398ab62f74a1	f8c7654a-581b-7503-5650-792c020fb9fc	02d1d868-cf9f-3b12-635d-bbeeffa715ad	179	2026-08-13 21:02:35+00
edcd398b-9c73-3d6c-248e-550e4450f312	46382ad4-944a-6677-e689-c9557eb29093	ee680535-b299-3b7d-c77c-c3676e26a325	180	2026-08-13 18:19:56+00
67bab303-b37d-6e95-12cc-bd733809e920	7f63515c-88e5-55f4-38de-55d099e7dee0	cb16f301-0e4e-04d4-24b9-903533f9b5db	181	2026-08-13 22:35:24+00
fa564bc3-e668-1e32-bc57-38b14602e8e5	38e405c4-661b-8458-0453-8f609aec0c0a	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	182	2026-08-13 16:08:41+00
0fa34635-d8ad-23ff-29c9-5cf49b531617	7f7aec09-123a-f4b8-38de-057ae44c2703	cfec80ca-7142-52d6-7b28-c753c7957c6c	183	2026-08-13 19:12:56+00
83373b01-c591-5eff-b493-abfc24ce993d	aa50c859-fb40-60b3-a0ef-6362d022acca	4345b3ad-23ef-22bc-1e5e-92943c098263	184	2026-08-13 12:22:36+00
754ce373-96c3-8184-8f7d-7933d7f6b2bd	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	7c84e8e2-a854-224b-4513-67f04a608d49	185	2026-08-13 09:04:48+00
c4dfab5b-b304-4b7f-758f-9efbe960cf3c	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	186	2026-08-13 08:52:55+00
52cbb62c-30a0-c87e-3a5a-9fe6a7dc262f	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	65805c1a-f51c-2113-e70d-1d4db57d804c	187	2026-08-13 01:31:28+00
cef00d56-5425-0b0e-6b39-5d6680ff42f1	bc4b9935-b9c3-1f91-7529-cdebefcb635b	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	188	2026-08-13 14:24:24+00
ab4b7207-afe7-d1e9-9e2d-73a1fbff9f50	27131edf-07d4-5925-1544-98ca439b3e1c	4e950ad8-6ac1-4ca3-aadb-e13464b06469	189	2026-08-13 12:31:09+00
0f580f84-5fe6-ce18-e212-07a74b008389	f195adce-2234-dc6c-82de-e4c8083a3ca6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	190	2026-08-13 17:04:26+00
46dc9fc6-1b03-2d0e-8f64-f9d5be7b1062	104873c1-80a0-8ed0-9f15-7c45de7708ea	83b898c2-1e34-b327-e233-d72690a75c95	191	2026-08-13 09:32:36+00
4b6b389f-2bec-ea08-a8a4-9b6133524347	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	12769ca0-1508-baf5-e47a-61b428348d5a	192	2026-08-13 14:08:08+00
ecd3d702-4247-a46c-e870-e60c38c4bb3e	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	53f88eea-7389-0e25-f77b-51278bd5c1b8	193	2026-08-13 20:29:30+00
32368b47-b68e-bcad-854a-328f605b0979	62135eb2-a6f2-98f6-a08b-288b096d775d	e473510c-4484-fb9e-5b76-32afaf483c71	194	2026-08-13 13:41:42+00
dc759445-6f2d-32f5-1221-7473d77a38b0	3ff1f087-8afe-a47f-f6c2-644991b1fa23	9caee790-6ff5-9ae9-fbb6-3616d661b615	195	2026-08-13 05:51:00+00
1dde7e69-e4a9-0ed7-4d69-da00343b65e0	5b07f3ea-1005-21f0-5829-0aeab697e3bb	495259f3-4863-3894-c2af-307a24fee167	196	2026-08-13 22:24:40+00
e74575d0-9425-78f7-7157-ecbe581146f5	dc54fda8-5864-7add-3e55-d69af60d7678	60b6396b-87c9-aa7a-42cd-ab412efbc915	197	2026-08-13 20:26:01+00
ab0f7f56-38bf-8703-79bc-84ffac523f9c	81c4f485-c1bf-de27-bae5-3421d9e4e46b	dda6b58b-4be5-e8cf-f89d-3de385918fd5	198	2026-08-13 04:26:02+00
4e7f4b78-6346-c9bd-5cb4-a349fff30491	02d23186-4484-c9dd-47be-6f0413bf7158	905a404b-a336-9b2a-c584-13d302d78305	199	2026-08-13 03:44:48+00
5721cf42-e5f5-9224-9ce0-3d4e54ce1cd9	2304a965-fefa-3e52-3cc2-599ad954bc0b	ce3cc20e-edf5-56bf-4400-04d0cd35accd	200	2026-08-13 07:07:02+00
469bcfa5-3ffd-63b1-ceac-9c9fca0d79aa	91e40a3a-a0d5-a7fc-790d-0331d2627709	cea0f525-9625-0313-cda6-23d8d2f0f15d	201	2026-08-13 02:32:47+00
675d4266-c98b-35a7-8edd-91f39badbeba	49bbe0bd-a228-e7c6-edee-054f30e9019d	8554e4f8-055d-021b-c3d0-522014b465d4	202	2026-08-13 16:21:31+00
fae288bd-7dd0-6989-d348-df85451d4e1f	210fdbf9-e4a0-a61a-e4bf-dd5c0f733a98	cb2a3df1-644c-26a0-8901-ee9f5b87d319	203	2026-08-13 22:22:18+00
f5e6a414-f235-e8b5-0989-7dd9ec0c773f	03ca2af6-6249-9cc6-2eaf-1772a126630e	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	204	2026-08-13 06:44:18+00
f0bb8c77-7295-a457-957e-91affec05dba	151c4f5b-fa3f-80b3-b964-37748e1448db	78920153-e76e-a4bb-6c59-b49cee2c162f	205	2026-08-13 20:42:02+00
6f29d569-99ae-9ed0-7002-7ba957fcd8ba	54d2cdf2-23bb-6870-8d94-bd82693102b1	0613287f-cd61-254f-f9ad-9f04189fbc80	206	2026-08-13 15:19:32+00
ef8dc54b-ab74-7a29-5e4a-22dac0040f7b	7286a4a6-96f1-4b5a-12ad-1e3c6bdebc4b	987d06e9-a20d-1ccf-768d-75b535d4e868	207	2026-08-13 08:54:27+00
316d5c33-d88c-1230-3655-b772c9ea3eb8	8f3aa775-68d4-675f-2d9a-d5d9f6f2a2a2	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	208	2026-08-13 02:22:58+00
1b34027a-baee-63fc-75b5-2d38c725eca3	8f20c7a8-c9cd-488e-f468-d35f2f0775f3	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	209	2026-08-13 03:50:05+00
19c75a76-0ab7-697d-a022-927b4c0d27a3	4a972764-a99f-4a86-9077-ff9938f54c75	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	210	2026-08-13 17:43:11+00
0e22e3f5-f251-e0d9-f1d4-d6561e1ba806	3f784102-2a00-26a8-ece5-0a123dd15acc	fbbeba3b-f170-d528-6689-6683b586a23b	211	2026-08-13 07:09:57+00
d652d4e8-d6b8-13ec-b049-23276e6acce8	902a4756-651f-851a-38e6-d9ff3c4bd5b7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	212	2026-08-13 11:37:41+00
e6153d88-92a4-95f5-5b19-050bb2feb4bf	1b1c0660-c36d-da27-c702-2a8c3783e8f9	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	213	2026-08-13 04:31:39+00
877bdb82-7401-61de-24b8-7774a4c2c29b	34ef66df-293a-3cf4-327e-504581185b03	354131ea-6fe0-7f31-2283-6fa90fcde748	214	2026-08-13 22:21:28+00
f3e99ac7-e75e-5e5e-7bfb-1492f151e3ee	1c7a3a6c-30f2-7e80-36a5-11747e1b996c	bf556bc9-5126-3f8d-60f5-699fa1641b17	215	2026-08-13 19:54:39+00
731256aa-a451-4ae5-57e8-c138137c9243	e9e5a810-fba7-f7f2-e662-1bf250fb7004	a30b3ae1-3887-d416-0965-5d4c910d442f	216	2026-08-13 15:14:03+00
27b9e336-62ca-5c7c-f703-ff1625a6d066	7477ab11-eddb-85c2-39ef-340ed7263d30	95de1407-ca14-758a-3d04-4b05413f4bde	217	2026-08-13 14:26:58+00
8f8e162b-f682-ec21-6bf9-32c471bb4a06	c5e51278-bdc7-9d94-2168-9fa59d6f70d7	c99fb7b1-f3a7-334b-838e-35fba3d69f07	218	2026-08-13 00:41:04+00
4010285d-e4c6-8296-3f10-0c7d37fb5cb4	caf6a9e9-b4b0-4f03-eb38-fd9840276792	02d1d868-cf9f-3b12-635d-bbeeffa715ad	219	2026-08-13 10:18:40+00
b4bbb6a6-656b-21c6-1435-53697c9f9783	95f9c3cc-6684-3ae6-8040-e010c756e49a	ee680535-b299-3b7d-c77c-c3676e26a325	220	2026-08-13 17:20:28+00
7095351f-233e-1ec1-e3f4-df0458d83032	5892d1a4-7ec7-df72-0e11-c5f0c9957aa7	cb16f301-0e4e-04d4-24b9-903533f9b5db	221	2026-08-13 03:28:13+00
96a90bbf-2e78-9e68-1d61-ccedc050e936	c647ed0a-2ff6-f15e-39a0-2976c75d07d3	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	222	2026-08-13 09:48:28+00
8bdf67aa-cc36-156e-fe78-8d9ff59d5ee1	7d343217-7eab-e94b-75f1-afc651ecfce0	cfec80ca-7142-52d6-7b28-c753c7957c6c	223	2026-08-13 22:11:29+00
42b07e96-4c02-482a-df80-f8b22f1fe81b	8f4cdec1-e341-bcd2-ac49-f344cf09a2f9	4345b3ad-23ef-22bc-1e5e-92943c098263	224	2026-08-13 11:07:28+00
311a4623-346b-74ca-7518-fed4854bd6a1	bfa16937-270c-d920-37f3-d9b82c604fb6	7c84e8e2-a854-224b-4513-67f04a608d49	225	2026-08-13 04:09:05+00
fb4fd456-7a35-f32d-83ef-f548b58a08ef	6103e7bb-f2d0-c29e-bca8-c421ac49973d	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	226	2026-08-13 13:04:42+00
1a1fcbe9-294c-c624-23df-318d07e3facd	d88380a9-5a1d-74e6-3aeb-5ec83753b1b3	65805c1a-f51c-2113-e70d-1d4db57d804c	227	2026-08-13 22:51:51+00
8ee5ffb7-c26a-178d-46d2-668e1a963ce5	f81004fd-9bdc-37de-1e3d-5721647fcfc3	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	228	2026-08-13 16:54:28+00
31b48c4d-206e-1582-0428-f959af518a80	29e6fdea-3495-b50e-8e3f-8391cb207f42	4e950ad8-6ac1-4ca3-aadb-e13464b06469	229	2026-08-13 10:23:27+00
c9ae7d5a-2c6b-c945-f938-5916bcef54ea	40fccd53-cc47-5e13-281f-b295e18f48c6	50ff0f92-9c60-a415-2fcf-6a0c1816870a	230	2026-08-13 04:45:31+00
922490dd-3020-d4fa-91fe-ebfe2b029a5b	2ea6d1dd-7e9b-3927-7846-b2168a6909a0	83b898c2-1e34-b327-e233-d72690a75c95	231	2026-08-13 19:52:36+00
f703455c-89b9-fd85-a694-32317cabd82c	d30b914f-8a1c-c123-c5cb-ef7692a2f3d4	12769ca0-1508-baf5-e47a-61b428348d5a	232	2026-08-13 14:11:30+00
aae92d84-2cfe-5ff6-45b6-8182c005d32e	4fd16547-30e9-8f49-f928-54a1a6de12f6	53f88eea-7389-0e25-f77b-51278bd5c1b8	233	2026-08-13 06:32:26+00
0a234d73-667b-a810-1124-a6cc17db7ee8	c8d86c01-2d17-89cb-0ac5-bf5bcb4e0231	e473510c-4484-fb9e-5b76-32afaf483c71	234	2026-08-13 22:41:51+00
35f9235c-442f-26c2-afac-50b493dfc3f7	15957c9c-9207-fe65-cd5c-73c2a32c0cb4	9caee790-6ff5-9ae9-fbb6-3616d661b615	235	2026-08-13 21:11:28+00
a4bd01a2-ea99-5453-e920-5c408278d6cb	e9f5ded7-bbcc-2ffe-a410-15810e79f4f5	495259f3-4863-3894-c2af-307a24fee167	236	2026-08-13 13:46:36+00
f670ec23-ee4c-c43f-9962-d5e3cbcef949	344f67f8-66c9-2083-36bc-d742a759ecd4	60b6396b-87c9-aa7a-42cd-ab412efbc915	237	2026-08-13 12:34:52+00
f6889207-5dbb-2894-050b-6da42dadcde3	39aad169-53d6-abf5-419b-d629742da3f4	dda6b58b-4be5-e8cf-f89d-3de385918fd5	238	2026-08-13 01:54:33+00
ab4a2f16-0e0f-d31a-510b-95bfa94e2096	f675aab9-ceab-2699-f6cf-2c35a52f3423	905a404b-a336-9b2a-c584-13d302d78305	239	2026-08-13 19:46:06+00
f3f3056f-7a95-4e70-6593-e710f0ee42c5	8f56789b-4341-8119-fbdc-7c2bdf5808ba	ce3cc20e-edf5-56bf-4400-04d0cd35accd	240	2026-08-13 00:09:51+00
2fdcacc1-c94c-daa3-6c34-be20d18113a9	e0cf83a3-195f-324e-3879-c1a4a6922601	cea0f525-9625-0313-cda6-23d8d2f0f15d	241	2026-08-13 22:25:57+00
3fb9262f-99bd-f87c-4b62-a15ceda6e8c2	e9b7b31b-95cd-7672-eafd-ac499a088f0f	8554e4f8-055d-021b-c3d0-522014b465d4	242	2026-08-13 15:39:47+00
ef64eabd-df49-c013-3263-52213f71dc8f	6443fbac-1268-99d0-c742-b383419e3269	cb2a3df1-644c-26a0-8901-ee9f5b87d319	243	2026-08-13 05:16:54+00
b768e0c4-780d-3d42-5332-448c6254202b	4cc7d845-6981-d896-bb73-72356878babe	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	244	2026-08-13 01:14:49+00
9b5bd77f-1f87-6afe-ee02-bc800d5898d1	7b63839f-f249-0135-894e-c7c99de689e7	78920153-e76e-a4bb-6c59-b49cee2c162f	245	2026-08-13 19:09:42+00
26ab776b-7bee-d64e-ca24-034e07a9ee1b	3c8c25f1-3efb-6db6-2b70-b52d074a502d	0613287f-cd61-254f-f9ad-9f04189fbc80	246	2026-08-13 14:00:02+00
c89b36af-8cca-6585-12ad-1b7779ce23b9	01bd7254-5e1f-e1f4-aeb5-c1e216f77c16	987d06e9-a20d-1ccf-768d-75b535d4e868	247	2026-08-13 14:08:06+00
717d4221-3eea-15be-c161-110bce699100	45a2da9a-3f2d-ce20-f451-ae7f4b77365f	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	248	2026-08-13 12:44:53+00
19adbebf-e3ba-66e5-cce1-7073f7686e10	6a814f05-097a-6b13-9ad9-11b777b5d17f	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	249	2026-08-13 21:30:17+00
9a9d3bf3-0ac4-872e-9fc1-678ce1afdd25	bbd40019-0f47-13a1-e6a1-22cb54b65fab	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	250	2026-08-13 23:10:20+00
d58db0c5-3482-e028-403c-ad577ab12751	1905028c-5d35-e6d7-a1fe-16b899f4fda9	fbbeba3b-f170-d528-6689-6683b586a23b	251	2026-08-13 23:12:22+00
b689470c-7bab-543a-e269-82dcd694b140	82998eae-22dc-266b-8b8d-be80135d4efb	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	252	2026-08-13 18:01:15+00
183106fd-0d92-f7ea-199c-2309c1655c8d	7bfa35dd-0355-df3a-e582-32285ac16042	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	253	2026-08-13 22:52:49+00
7a428afd-eee4-7966-ba3f-cad26aba2ed5	31d69187-a7b5-fac8-a3de-4b293b0dfb72	354131ea-6fe0-7f31-2283-6fa90fcde748	254	2026-08-13 00:25:19+00
d5b11d8b-581d-d007-20c4-6b8c9398501a	d2f6ac24-09c7-10b4-8ad1-74ad93339c36	bf556bc9-5126-3f8d-60f5-699fa1641b17	255	2026-08-13 06:49:14+00
4fd813c8-7da0-f969-cfd7-4dbd5246fa91	a3dc8139-4b46-4a3c-e3b2-6d06af88dcfd	a30b3ae1-3887-d416-0965-5d4c910d442f	256	2026-08-13 14:41:21+00
1880316f-a1df-85f3-4c42-742fb570df22	f736bc66-02d3-9bfd-8a75-c378b0277dbe	95de1407-ca14-758a-3d04-4b05413f4bde	257	2026-08-13 11:22:47+00
6f0b413e-f2ae-f0ef-a6bc-b921d2a7d78b	6b0c0e07-f46d-7941-2b75-79eedd1e39ac	c99fb7b1-f3a7-334b-838e-35fba3d69f07	258	2026-08-13 11:51:41+00
83992f21-b1fc-ab9c-2ad3-cc6e97b7b70e	4bf72314-0713-0776-8039-d24236467bfe	02d1d868-cf9f-3b12-635d-bbeeffa715ad	259	2026-08-13 20:29:14+00
bac61955-11f2-cffa-f526-1e596013e4e7	0d232352-5b10-49c9-d3d3-d99b1c76cd93	ee680535-b299-3b7d-c77c-c3676e26a325	260	2026-08-13 18:15:37+00
a8bde382-1c18-bb81-5556-4b6e525750b9	ef9836f3-33b9-ca31-4e4c-37354af5c90f	cb16f301-0e4e-04d4-24b9-903533f9b5db	261	2026-08-13 22:26:18+00
14976e4d-50d1-188f-cd96-e065ed4a35db	b7cb7124-2206-8350-21fa-eb9939dcbda8	ec0aa0c8-2bc9-4ddf-82fe-4d9c09d4008b	262	2026-08-13 23:53:35+00
c3ed8f65-dc4a-2383-741f-30829b6a4ac4	7590a46a-e682-934d-9fc7-650defa807cd	cfec80ca-7142-52d6-7b28-c753c7957c6c	263	2026-08-13 17:55:50+00
e30f325f-1858-08a2-80ac-924bdb0aa5d9	65d0b103-bf43-cc78-5f7a-3201f2084abf	4345b3ad-23ef-22bc-1e5e-92943c098263	264	2026-08-13 02:28:33+00
1e8a41f5-8e96-1d57-313d-f7914ced38ee	6c03633b-84a9-6c98-0e2a-a85b3f9e0ea5	7c84e8e2-a854-224b-4513-67f04a608d49	265	2026-08-13 04:29:18+00
8a20fddc-d20c-3f3d-4fd0-95181e755188	63b6e3c7-df9c-9b1f-4c3a-862ba6b46d9b	280d2f9d-a58b-1d0a-b4af-3f2043c6bc3a	266	2026-08-13 16:47:55+00
3acad99d-6268-9920-a132-4e3f6d8f439d	1c034bb7-058c-cace-6a7c-2086d323df4d	65805c1a-f51c-2113-e70d-1d4db57d804c	267	2026-08-13 12:24:24+00
85af3512-1887-e8f0-01aa-acc27234d852	9b77cd81-80be-eeab-4cf2-1cee75046f17	6ea3cbb2-7e90-4a06-5d9e-6d322bfa105e	268	2026-08-13 10:44:58+00
fa7f1dfa-4d97-9e53-fd0d-bb56991edadb	30dcda0d-bf5c-a952-2832-e04aae95b1ae	4e950ad8-6ac1-4ca3-aadb-e13464b06469	269	2026-08-13 07:41:54+00
d60e46e5-4336-bf4f-7f16-f981b7dbbe4f	b66a4afc-53b8-a207-3468-cb213245295a	50ff0f92-9c60-a415-2fcf-6a0c1816870a	270	2026-08-13 06:35:32+00
b8755a3d-b947-2233-7fcb-e28bf1d0b8ff	98b1c91c-42d0-bace-7fd2-e14f9a3b173f	83b898c2-1e34-b327-e233-d72690a75c95	271	2026-08-13 17:05:09+00
7fe7e9d4-84a4-850a-99f9-699e730eb8ec	327d7eeb-50a0-a09a-607f-bdb875921a02	12769ca0-1508-baf5-e47a-61b428348d5a	272	2026-08-13 11:07:32+00
421172cd-14f8-ad30-06fb-b22d3a3672a3	2b565ce2-aedc-86be-e4ab-718f3d84b4b1	53f88eea-7389-0e25-f77b-51278bd5c1b8	273	2026-08-13 05:38:09+00
9cf7f662-8a14-9782-9c54-a31b2648684d	8f156e52-3c1d-be62-dea8-4b7378f0a62b	e473510c-4484-fb9e-5b76-32afaf483c71	274	2026-08-13 23:54:58+00
6a9e0e1b-6f6b-7469-5ea2-82f7a14d2b24	9139d8ef-27b3-04c7-0a75-d84910ad46c8	9caee790-6ff5-9ae9-fbb6-3616d661b615	275	2026-08-13 07:01:34+00
24d00390-0b6f-e84e-36b1-4a386048d206	2d7d6e20-d1b4-0413-0e31-fd59f625d2a9	495259f3-4863-3894-c2af-307a24fee167	276	2026-08-13 02:13:14+00
2abcfac8-1a76-4c11-8278-29ce3d2e0e44	0d897916-e912-0ce8-3de8-26510799ad69	60b6396b-87c9-aa7a-42cd-ab412efbc915	277	2026-08-13 01:47:14+00
13852bd6-48a1-042d-803f-32126d0b40ef	55241554-0cf1-3ee2-110b-a1b6c0f8fede	dda6b58b-4be5-e8cf-f89d-3de385918fd5	278	2026-08-13 11:13:35+00
70c4f41c-0c13-9293-2559-47cd65489318	f8c7654a-581b-7503-5650-792c020fb9fc	905a404b-a336-9b2a-c584-13d302d78305	279	2026-08-13 13:51:44+00
25f3f9bb-b4e6-b245-e210-121f0a7e0b53	46382ad4-944a-6677-e689-c9557eb29093	ce3cc20e-edf5-56bf-4400-04d0cd35accd	280	2026-08-13 07:43:46+00
3e86b7f2-cfee-6e9c-3041-bedba8ee7cbc	7f63515c-88e5-55f4-38de-55d099e7dee0	cea0f525-9625-0313-cda6-23d8d2f0f15d	281	2026-08-13 02:56:05+00
50525b72-1387-b0a7-d430-1d2b312d16cf	38e405c4-661b-8458-0453-8f609aec0c0a	8554e4f8-055d-021b-c3d0-522014b465d4	282	2026-08-13 14:02:26+00
20ed3e9d-8955-b2d5-9c17-c463a75a124a	7f7aec09-123a-f4b8-38de-057ae44c2703	cb2a3df1-644c-26a0-8901-ee9f5b87d319	283	2026-08-13 04:53:58+00
a8055629-183e-ce96-b5f6-6b6b002c41f2	aa50c859-fb40-60b3-a0ef-6362d022acca	1f8f1bef-69d8-b9de-be7d-f9197ba1700b	284	2026-08-13 20:52:30+00
7629f9aa-3009-a408-38b3-24f32959d815	9cd70f32-fba3-c5fc-e235-9410e0d72dd1	78920153-e76e-a4bb-6c59-b49cee2c162f	285	2026-08-13 05:54:25+00
34d89ba6-a843-73ac-6bc2-daea11c7fee4	d2e06399-60f2-e196-455c-fe3fbaa4a6ff	0613287f-cd61-254f-f9ad-9f04189fbc80	286	2026-08-13 20:52:51+00
cfdcd218-ef05-e223-8796-e9e63d06d5a3	3d442814-e31f-c53f-6bfb-3aecc46e6a2c	987d06e9-a20d-1ccf-768d-75b535d4e868	287	2026-08-13 09:27:26+00
8c2115a2-3586-7b8b-c86e-e65da47bcb41	bc4b9935-b9c3-1f91-7529-cdebefcb635b	9dbe905c-f8b4-3d23-3049-fe6abb0eca08	288	2026-08-13 02:35:36+00
f7e937db-0322-e2c8-b441-fdaeb172c8ab	27131edf-07d4-5925-1544-98ca439b3e1c	c57388be-1f1e-6b4b-ee43-812ee3d0f00d	289	2026-08-13 21:40:39+00
66ce1e40-f29d-3cdb-f777-49035e27b643	f195adce-2234-dc6c-82de-e4c8083a3ca6	c9697ef7-ed74-9b25-0b1e-5b67aa45595f	290	2026-08-13 01:04:30+00
6da12b6c-bcbf-9869-3b3a-471aafa0437c	104873c1-80a0-8ed0-9f15-7c45de7708ea	fbbeba3b-f170-d528-6689-6683b586a23b	291	2026-08-13 19:35:29+00
f65d7b1e-9a5a-53d0-5e51-78d1a8999c69	f5d4fcd2-fef7-bf5f-9e4f-47b7c55e6ca7	62bea1d1-7ef8-11a1-1d40-0e62e97e945f	292	2026-08-13 17:00:42+00
1e3a555f-b2e7-75d0-6570-93ef389bc4da	68b6aa1c-ceb1-8cb5-13ff-66dc35d48b58	58de9dd6-90ee-a7d8-cba1-bb4ffa5e6593	293	2026-08-13 07:38:55+00
1b14e35d-1039-75dd-eece-122ad81faac2	62135eb2-a6f2-98f6-a08b-288b096d775d	354131ea-6fe0-7f31-2283-6fa90fcde748	294	2026-08-13 08:08:22+00
6902d3e3-c165-dd5b-f838-d786e526edcd	3ff1f087-8afe-a47f-f6c2-644991b1fa23	bf556bc9-5126-3f8d-60f5-699fa1641b17	295	2026-08-13 14:06:49+00
d3158782-2ad6-4168-5d55-b52e487f44c3	5b07f3ea-1005-21f0-5829-0aeab697e3bb	a30b3ae1-3887-d416-0965-5d4c910d442f	296	2026-08-13 16:46:15+00
48e5ee0d-b13b-8b8a-0a11-85039b810f6b	dc54fda8-5864-7add-3e55-d69af60d7678	95de1407-ca14-758a-3d04-4b05413f4bde	297	2026-08-13 20:47:50+00
bfa882d2-3bb5-0022-99de-df188f5e2552	81c4f485-c1bf-de27-bae5-3421d9e4e46b	c99fb7b1-f3a7-334b-838e-35fba3d69f07	298	2026-08-13 02:25:27+00
0bc2b828-77ec-ffa8-90ba-30db58214877	02d23186-4484-c9dd-47be-6f0413bf7158	02d1d868-cf9f-3b12-635d-bbeeffa715ad	299	2026-08-13 03:15:16+00
ec647a0a-029b-2939-1bc8-d3d45d6c3c95	2304a965-fefa-3e52-3cc2-599ad954bc0b	ee680535-b299-3b7d-c77c-c3676e26a325	300	2026-08-13 07:47:50+00
\.
select pg_catalog.setval('public.notifications_id_seq', 100, 't');
--
-- PostgreSQL database dump
--

\restrict WVwzZDDD1ftSaSw7i9KHdef1J4HdVlhAViQCN6jt0o5SL7M5q7jWzUwMmvGzAG6

-- Dumped from database version 16.14
-- Dumped by pg_dump version 16.14

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: comments comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (id);


--
-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);


--
-- Name: members members_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_email_key UNIQUE (email);


--
-- Name: members members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (id);


--
-- Name: notifications notifications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);


--
-- Name: trending trending_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.trending
    ADD CONSTRAINT trending_pkey PRIMARY KEY (video_id);


--
-- Name: videos videos_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.videos
    ADD CONSTRAINT videos_pkey PRIMARY KEY (id);


--
-- Name: view_events view_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.view_events
    ADD CONSTRAINT view_events_pkey PRIMARY KEY (id);


--
-- Name: workspaces workspaces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspaces
    ADD CONSTRAINT workspaces_pkey PRIMARY KEY (id);


--
-- Name: comments_by_video; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_by_video ON public.comments USING btree (video_id, created_at DESC);


--
-- Name: jobs_queued; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_queued ON public.jobs USING btree (created_at) WHERE (state = 'queued'::text);


--
-- Name: members_by_workspace; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX members_by_workspace ON public.members USING btree (workspace_id);


--
-- Name: notifications_by_member; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notifications_by_member ON public.notifications USING btree (member_id) WHERE (NOT seen);


--
-- Name: videos_by_workspace; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX videos_by_workspace ON public.videos USING btree (workspace_id, created_at DESC);


--
-- Name: view_events_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX view_events_by_time ON public.view_events USING btree (at);


--
-- Name: view_events_by_video; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX view_events_by_video ON public.view_events USING btree (video_id);


--
-- Name: comments comments_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.members(id);


--
-- Name: comments comments_video_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_video_id_fkey FOREIGN KEY (video_id) REFERENCES public.videos(id);


--
-- Name: members members_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id);


--
-- Name: notifications notifications_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);


--
-- Name: trending trending_video_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.trending
    ADD CONSTRAINT trending_video_id_fkey FOREIGN KEY (video_id) REFERENCES public.videos(id);


--
-- Name: videos videos_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.videos
    ADD CONSTRAINT videos_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.members(id);


--
-- Name: videos videos_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.videos
    ADD CONSTRAINT videos_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspaces(id);


--
-- PostgreSQL database dump complete
--

\unrestrict WVwzZDDD1ftSaSw7i9KHdef1J4HdVlhAViQCN6jt0o5SL7M5q7jWzUwMmvGzAG6

do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'analyst') then create role analyst login; end if; end $role$;
do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'app') then create role app login; end if; end $role$;
do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'legacy') then create role legacy login; end if; end $role$;
do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'worker') then create role worker login; end if; end $role$;
grant all on schema public to analyst; grant all on all tables in schema public to analyst; grant all on all sequences in schema public to analyst;
grant all on schema public to app; grant all on all tables in schema public to app; grant all on all sequences in schema public to app;
grant all on schema public to legacy; grant all on all tables in schema public to legacy; grant all on all sequences in schema public to legacy;
grant all on schema public to worker; grant all on all tables in schema public to worker; grant all on all sequences in schema public to worker;
analyze;
