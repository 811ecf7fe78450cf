-- <!-- made by pgrehearse seed -->
-- 2391 rows: those that the statements of the workload "plain" find
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
--
-- PostgreSQL database dump
--

\restrict iBhjOZIPl4umpRt67ZCXb2aYDbokIjV2ZQv7pOwbFRKlSQZRTGAqUIEMTRFHKcC

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

\unrestrict iBhjOZIPl4umpRt67ZCXb2aYDbokIjV2ZQv7pOwbFRKlSQZRTGAqUIEMTRFHKcC

set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
copy public.workspaces (id, name, plan, created_at) from stdin;
c49cbf2d-acc4-91fc-afba-60f6113decf1	Dqkmobuuv 1	nxcr	2026-10-02 23:15:01+00
35a6e315-8c8d-420a-e542-52dcf5274539	Bzvexbldq 2	ctucfksw	2026-10-02 12:52:52+00
8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	Zsgcauutu 3	geaq	2026-10-02 10:56:23+00
6b5f8c35-ba0e-9da4-eaad-f77757b511ae	Snsimzpfq 4	nxcr	2026-10-02 05:28:10+00
263c8b0b-d4dc-f926-6d0b-af48dfb8402d	Pwmoixoyi 5	ctucfksw	2026-10-02 03:09:05+00
0c221269-d868-5070-faf5-a67b0aebb443	Vbwvavhdr 6	geaq	2026-10-02 00:14:19+00
7be55808-da4f-f65a-ebbb-1c0dbe42faeb	Cijjlbcho 7	nxcr	2026-10-02 08:43:08+00
4e4379ae-dee9-325c-b554-5b0dba09af03	Sqfqvxfpm 8	ctucfksw	2026-10-02 02:02:10+00
fc26700d-6dad-8f86-1879-2a859d7cb384	Xtzkzpnky 9	geaq	2026-10-02 17:55:29+00
76d058d3-219c-f87e-e5cf-b6ebb7fde89a	Lcbbhnule 10	nxcr	2026-10-02 22:01:12+00
3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	Phulqyoeq 11	ctucfksw	2026-10-02 21:52:57+00
caf43c84-44ed-84e2-d874-684db48426c7	Fetdillyy 12	geaq	2026-10-02 20:40:54+00
bf6cd7f5-041c-5317-0de0-7fa7e30a1601	Nvqsgjkfq 13	nxcr	2026-10-02 09:13:42+00
967b1d5a-cac6-8b6d-19e5-f1015d2e802e	Ujusuoxrr 14	ctucfksw	2026-10-02 04:14:52+00
a92f9bf8-45da-7734-6d11-070420d32ae9	Jwdpphtzp 15	geaq	2026-10-02 07:19:02+00
d7964acc-20e3-db99-fa80-c155bb3e4b4a	Rbrskjmrx 16	nxcr	2026-10-02 15:24:15+00
16d0b52a-4b24-d113-a816-09fd78784764	Pqlfabvbp 17	ctucfksw	2026-10-02 13:22:21+00
64737b17-9c36-216d-11b0-b5a9c91ed6ab	Zkyisflqa 18	geaq	2026-10-02 13:20:27+00
5002a0ee-92cb-d457-d235-3027b126efca	Orexbqhhf 19	nxcr	2026-10-02 20:48:21+00
ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	Ujkfellxl 20	ctucfksw	2026-10-02 07:08:58+00
\.
copy public.members (id, workspace_id, email, display_name, last_seen_at) from stdin;
bf9cf67f-ddc1-62bc-2216-91e6de39dddf	35a6e315-8c8d-420a-e542-52dcf5274539	fomdyx1@jbictzs.ocv	Vmenlx 1	\N
aba2e969-9100-8048-ccd4-48c5e4a7d49e	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	cffygn2@vukmiqk.aol	Hmpfpm 2	\N
6850e2b1-900c-834e-a7a1-617764f224d4	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	ersxvg3@nrprrrs.nfc	Bjoaih 3	\N
fe6b0bd1-925f-29f2-6278-bc2c3c43f566	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	hwepjg4@exuftgl.onb	Xwovln 4	\N
2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	0c221269-d868-5070-faf5-a67b0aebb443	kgfyma5@xpnhmgx.wyh	Uxcvoz 5	\N
48920668-c93b-b3cb-0d22-e15fff2a765d	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	gymgyk6@pogfeef.ffn	Owyaql 6	\N
5131069a-fa40-008e-f9af-1c94441aed04	4e4379ae-dee9-325c-b554-5b0dba09af03	mwnlzz7@ouqhhxw.gqu	Dhjvnn 7	\N
128c24c5-c02d-0eca-734d-68d809c4b324	fc26700d-6dad-8f86-1879-2a859d7cb384	vzhnkf8@ibardxp.axc	Rrctko 8	\N
7baa370f-f0d7-2c25-9293-ba7eab1eeb84	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	kmsiep9@twctfqc.piq	Pnnekp 9	\N
a48203cb-6f7a-0f3d-df14-614ab8e7f83d	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	wbhqqb10@xwtzckr.qez	Xxwcmf 10	\N
d3031de5-ec19-1b52-2c3e-9c95be86371a	caf43c84-44ed-84e2-d874-684db48426c7	ntfcti11@olwxlbx.prv	Yuhivo 11	\N
edbddc1c-f633-e779-6146-7858e240e71c	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	oztfgq12@lfvdhub.mdn	Jkozlz 12	\N
11fab9e9-4ce8-99c4-8e41-1e67c73f034c	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	mwadbg13@wbpfdsy.emi	Dqhyge 13	\N
10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	a92f9bf8-45da-7734-6d11-070420d32ae9	ljrhoz14@ktrenek.qwm	Uacuap 14	\N
740220fa-0cf6-7e87-6106-9cc72eebf871	d7964acc-20e3-db99-fa80-c155bb3e4b4a	vdrrmk15@ronwhtk.qcj	Eavyox 15	\N
df962ec3-2221-3c4f-34a3-791ce6834f15	16d0b52a-4b24-d113-a816-09fd78784764	nkvnat16@lkeenfp.pyv	Jfjhok 16	\N
e48a5db1-6790-b545-5699-2a3a495b967a	64737b17-9c36-216d-11b0-b5a9c91ed6ab	apsehe17@fcfgdew.xzq	Sqfkhm 17	\N
08be0292-ba51-316b-8a70-0b19060b4cdd	5002a0ee-92cb-d457-d235-3027b126efca	vlaqgx18@jvmwjhy.cvx	Juufqc 18	\N
f77cd8c9-e8b0-588f-290f-46eea4d19d73	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	jofwka19@fdxvgxx.fda	Ywolqc 19	\N
09b4e382-be0e-7f82-621c-eecffbd119ba	c49cbf2d-acc4-91fc-afba-60f6113decf1	tqbior20@matstkk.iqa	Llesyz 20	\N
fa837959-e315-5b4d-c56c-b8093c95f791	35a6e315-8c8d-420a-e542-52dcf5274539	atsrkd21@zvujcps.sbg	Mtqyhf 21	\N
ae51d040-1f5f-07f4-66c6-250880b9d4ca	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	zqedad22@idftcvi.clb	Sigcvr 22	\N
ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	brnpht23@jkkmzkt.yux	Jutwkg 23	\N
dbdb69eb-4845-46f6-3e80-b383f3200d5e	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	wypfcx24@snqvcrx.fbt	Tmjkbi 24	\N
6496f9df-02de-89be-2a2a-16742b825527	0c221269-d868-5070-faf5-a67b0aebb443	kwpuxq25@bkdhvfs.ecz	Ewcask 25	\N
4b28c9a8-e273-763a-7136-26c33c282f35	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	jruhtg26@vvvpfaf.kck	Grbhqn 26	\N
498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	4e4379ae-dee9-325c-b554-5b0dba09af03	gkqmov27@twrrgnd.nxi	Jwmrgr 27	\N
71842a9e-e95a-4511-c69c-3c9bd36a603b	fc26700d-6dad-8f86-1879-2a859d7cb384	jtrvwh28@icqsijv.pbm	Nvdeqq 28	\N
9de4cbd6-2d27-2b86-0e6c-7e307dde492e	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	ilpaig29@fgrpxyr.evv	Dpnpiw 29	\N
4c530db5-9dd2-3cf7-fafe-a78696c73220	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	ajpwwf30@wxpdero.nvc	Mnbiqs 30	\N
25ec0f64-6d80-f598-9bca-2c4c7304308d	caf43c84-44ed-84e2-d874-684db48426c7	nrjmfw31@xnvutle.ypa	Bafpwe 31	\N
58b397e9-2a58-a632-a418-c26109e93a36	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	kkfhwt32@aluncyy.foq	Jfldkp 32	\N
96437dd6-6082-eed3-f06c-27d358639f2a	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	myxugs33@edyumlu.ofh	Itvuct 33	\N
43b83acf-7433-9f63-c99d-43421eb9a3d0	a92f9bf8-45da-7734-6d11-070420d32ae9	iftzdu34@dovfeqq.ldj	Xrqltq 34	\N
b748731c-7585-cd6a-8b67-49fbcf260f60	d7964acc-20e3-db99-fa80-c155bb3e4b4a	zvtvgm35@zzrbhaf.amf	Hkchpd 35	\N
6bbdb798-6fe8-3ef9-aeb9-2161d269d653	16d0b52a-4b24-d113-a816-09fd78784764	gkeeuo36@mvpvlvq.aph	Yptrys 36	\N
946652a3-6954-2404-f4db-631c21cbe972	64737b17-9c36-216d-11b0-b5a9c91ed6ab	ihgjzr37@xrfszqu.nwg	Fvdfzg 37	\N
40a2432d-15f4-cd4c-23de-ee789ebeb918	5002a0ee-92cb-d457-d235-3027b126efca	imrafy38@fywacie.ukm	Bamemt 38	\N
efa5c07b-4df1-a6ab-c94f-0fd804881bd6	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	yhawbt39@ddzilgw.aex	Zehvue 39	\N
736d975d-b281-2d7b-d002-79b042f71679	c49cbf2d-acc4-91fc-afba-60f6113decf1	hyryil40@caidwte.alf	Rqbtfr 40	\N
\.
copy public.videos (id, workspace_id, owner_id, title, duration_s, views, comments, transcript, created_at) from stdin;
8496b016-ddcf-9c18-5ca9-360eb402ee9c	35a6e315-8c8d-420a-e542-52dcf5274539	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Pbkul 1	31	1	0	{"text": "{\\"zbfuh\\": [\\"w0gq577sm19s082w82a028x9649i5538\\", \\"baz475i310nrkz001lin8957x2p12900"}	2026-01-25 17:38:01+00
0a483188-e482-0eb7-2bf2-57938633fa71	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	6850e2b1-900c-834e-a7a1-617764f224d4	Qmvmu 2	32	2	0	{"text": "{\\"cjfgu\\": [\\"6bm2x30f670fqe9gtmq133p9x0n1e243\\", \\"5p536051b245sa4jf7pmaojv5z5o86g8"}	2026-01-25 10:42:26+00
28e82474-b1d4-fff6-b9ae-2d709b1cab60	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Kykid 3	33	3	0	{"text": "{\\"nlyyc\\": [\\"1nrj22a4e9098664t41u1k589ez16rn1\\", \\"614uwpvd7a98jp3tdy992j1ndgy91140"}	2026-01-25 06:33:44+00
3ec3b1be-0f3f-3721-9291-c0037d6296c1	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Dnedp 4	34	4	0	{"text": "{\\"qctvt\\": [\\"t4p9b4129x8kl6d3n4j39y661826s3f8\\", \\"ql2066x2d63a03b6jb32hx7p0h8v913r"}	2026-01-25 02:09:25+00
3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	0c221269-d868-5070-faf5-a67b0aebb443	48920668-c93b-b3cb-0d22-e15fff2a765d	Emtqo 5	35	5	0	{"text": "{\\"fcwps\\": [\\"te474gzd3531p79b614h85e462woyu2n\\", \\"up674o1400839o4clvmn3p21t08z17t5"}	2026-01-25 16:14:54+00
3bc73b42-efd1-e0ef-d767-4390c5e61ab8	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	5131069a-fa40-008e-f9af-1c94441aed04	Tiioi 6	36	6	0	{"text": "{\\"tjatn\\": [\\"x274106n4v583y20s2b4685k04s01804\\", \\"uw8y8l7n1285a2438b0v14lf603q4z30"}	2026-01-25 20:11:37+00
a2dc4022-2327-6587-60fd-ff7553affbc8	4e4379ae-dee9-325c-b554-5b0dba09af03	128c24c5-c02d-0eca-734d-68d809c4b324	Tmnbs 7	37	7	0	{"text": "{\\"ehthi\\": [\\"6ec6v9n6la7r73ci35j769v11c49th65\\", \\"60b5j2705fg6f677k5fl46154f0164ua"}	2026-01-25 20:38:16+00
e481abb3-cedb-8264-a1ee-2b11e03a9557	fc26700d-6dad-8f86-1879-2a859d7cb384	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Joewx 8	38	8	0	{"text": "{\\"frcsi\\": [\\"i09vax7y5ui5b155339r92729lq7zf01\\", \\"h86q543cvfcw6y4442n013ccqhg45u31"}	2026-01-25 18:59:14+00
a2d0b294-cfc4-e5e7-d592-3fb348ba9555	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Dnien 9	39	9	0	{"text": "{\\"dvuag\\": [\\"j8g8u50592919n9gw841fr609r74309m\\", \\"5z5cfw4357680579ws3ql11116k0gu35"}	2026-01-25 07:55:56+00
63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	d3031de5-ec19-1b52-2c3e-9c95be86371a	Nkief 10	40	10	0	{"text": "{\\"splpd\\": [\\"1910eu2n046t68w1989607l79a86hpfw\\", \\"wwyo2702450g856ja9diu6611khi886y"}	2026-01-25 19:40:31+00
a54f8dfe-42a0-d000-1381-ac621588967c	caf43c84-44ed-84e2-d874-684db48426c7	edbddc1c-f633-e779-6146-7858e240e71c	Xjfpr 11	41	11	0	{"text": "{\\"qptbg\\": [\\"3e18r8l37631183v791cj7f207783yb9\\", \\"9k6o6isp494vf3zad880f81i59352fs9"}	2026-01-25 01:30:28+00
70aa9269-5c2f-a0f4-acc5-f1f225f73b12	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Ffpub 12	42	12	0	{"text": "{\\"cejvn\\": [\\"34530ny110c63219m271gs536ge2u21m\\", \\"7ml39557255v3335d9omt5a8g64i5syy"}	2026-01-25 22:12:44+00
3e6ccea5-b074-eaf5-ee97-f092af05d6e8	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Lanws 13	43	13	0	{"text": "{\\"wdxsj\\": [\\"22y19osh22634fw2a824p93gc66l3o31\\", \\"67l19105f64850769f3oj6s807j17460"}	2026-01-25 10:11:06+00
72c50b4a-b3b3-c7ad-861f-9602c9693982	a92f9bf8-45da-7734-6d11-070420d32ae9	740220fa-0cf6-7e87-6106-9cc72eebf871	Qksgg 14	44	14	0	{"text": "{\\"xomvn\\": [\\"6101465t443z4260559b29sh95hv3119\\", \\"f70l129y31166j5r36u5ogw711164d9y"}	2026-01-25 21:27:38+00
54617197-6dc5-8db7-231d-e8a8a6a3edbc	d7964acc-20e3-db99-fa80-c155bb3e4b4a	df962ec3-2221-3c4f-34a3-791ce6834f15	Xgzyb 15	45	15	0	{"text": "{\\"zhrvz\\": [\\"c22n0t6eb44991v6418a85110k6w18ye\\", \\"0bpl05385to22dy1h6u7u83e9mk29k2z"}	2026-01-25 08:31:34+00
c8c1cf31-01a2-82d0-8da8-65fd85969b08	16d0b52a-4b24-d113-a816-09fd78784764	e48a5db1-6790-b545-5699-2a3a495b967a	Ivefe 16	46	16	0	{"text": "{\\"bcsqh\\": [\\"59a084867x40n3961s8740972dj374il\\", \\"83w3q2c59401n852p4p5ki146x2q0lg2"}	2026-01-25 04:48:22+00
c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	64737b17-9c36-216d-11b0-b5a9c91ed6ab	08be0292-ba51-316b-8a70-0b19060b4cdd	Ayzbt 17	47	17	0	{"text": "{\\"odkds\\": [\\"s27k98dg2m600125r9jbsm6ih92a641o\\", \\"ws660de5d5h5223q5r35561d760r1614"}	2026-01-25 21:00:45+00
5a83b1c1-e4ad-979f-a065-f49d2a2111b6	5002a0ee-92cb-d457-d235-3027b126efca	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Lyzdw 18	48	18	0	{"text": "{\\"fbusx\\": [\\"kur580oi1994c0m419v03772mb471i42\\", \\"9u581u6s92j7762514516o3x138z60o3"}	2026-01-25 20:46:05+00
e6c11557-33b7-b568-869d-cd3fdcd5c6bb	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	09b4e382-be0e-7f82-621c-eecffbd119ba	Ldzkb 19	49	19	0	{"text": "{\\"wovkr\\": [\\"8a787277m03767k59g9hk6852i6ay6g5\\", \\"xr1f39247d5f2h747ttrm78i011iur2a"}	2026-01-25 06:34:18+00
6120b62f-a593-865a-5df5-566fede621cf	c49cbf2d-acc4-91fc-afba-60f6113decf1	fa837959-e315-5b4d-c56c-b8093c95f791	Ehksr 20	50	20	0	{"text": "{\\"bwrad\\": [\\"b81q9423e1048q001l6o5h68085lr2e9\\", \\"5t3t93e41fc6a1h3f57209uo122n9254"}	2026-01-25 11:38:23+00
5e83567a-0512-8061-dcee-0a6bcb4153df	35a6e315-8c8d-420a-e542-52dcf5274539	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Jglgo 21	51	21	0	{"text": "{\\"uyvdu\\": [\\"9wlw586i282079437979zi83283vf4dv\\", \\"n9919zc5tb0j9ih9rl000431z8110p92"}	2026-01-25 11:05:01+00
3925ed66-baad-68b8-54dc-158dd1903b96	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Iwmoz 22	52	22	0	{"text": "{\\"qtcwg\\": [\\"5b347e7t7z05h4le63173dbg9385872f\\", \\"9i9qr9675821234t768m6w522c756x04"}	2026-01-25 15:34:33+00
12359be9-f1f4-78d5-f09c-797a545f454d	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Lhtlv 23	53	23	0	{"text": "{\\"zqnrf\\": [\\"z20718j3j2608y53vp784z2n2y792f61\\", \\"c39824n81wamj5c2t5c36h55x1kk7k5r"}	2026-01-25 10:33:57+00
68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	6496f9df-02de-89be-2a2a-16742b825527	Lpfcw 24	54	24	0	{"text": "{\\"ivmtj\\": [\\"8t15g4h42c59t3hcmz4200r4x351n9uv\\", \\"g2993rpm8vc521d3x0jdn018q5ca3785"}	2026-01-25 19:08:48+00
31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	0c221269-d868-5070-faf5-a67b0aebb443	4b28c9a8-e273-763a-7136-26c33c282f35	Lsanh 25	55	25	0	{"text": "{\\"mswqf\\": [\\"6i9041558m69xj20356l8l12yl349tg3\\", \\"214qgj21v360i264hn0g39sn91970dv7"}	2026-01-25 19:06:26+00
bda20723-512d-f670-26c0-a7e37a221de2	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Dndts 26	56	26	0	{"text": "{\\"wwakr\\": [\\"b2qizd0y568158a53z7137x335ql8961\\", \\"fn6035noo3j31r2j3814o478a3104047"}	2026-01-25 00:46:28+00
33bab7ed-f695-c6d0-abdb-193c77f7933f	4e4379ae-dee9-325c-b554-5b0dba09af03	71842a9e-e95a-4511-c69c-3c9bd36a603b	Qxsvx 27	57	27	0	{"text": "{\\"npxna\\": [\\"ue92t08ki973soh6t0117079ir1c31h1\\", \\"uj8am5291q8pk74xm84qf9h6ry3m82w0"}	2026-01-25 03:45:05+00
b6b4706e-913f-1592-6646-318c416ef2bd	fc26700d-6dad-8f86-1879-2a859d7cb384	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Nwirq 28	58	28	0	{"text": "{\\"tvmka\\": [\\"o733j165367n83442533989o4aoa9re2\\", \\"885j5y86zx48a10r47m330o4c79655j3"}	2026-01-25 16:00:24+00
b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	4c530db5-9dd2-3cf7-fafe-a78696c73220	Bwhdd 29	59	29	0	{"text": "{\\"kdjgy\\": [\\"78s7x3663oz6k6mrm813138167n5si7n\\", \\"lyzqxv6ve04y490h8zfb8vz41gk8690m"}	2026-01-25 09:37:32+00
0bb39751-59d9-9b68-b061-85d2a8cb56d2	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	25ec0f64-6d80-f598-9bca-2c4c7304308d	Bfhny 30	60	30	0	{"text": "{\\"avadt\\": [\\"4239dhk1o99qvpi5a77w10d78you4445\\", \\"690995vig46y7p3ani58b849bs686ejx"}	2026-01-25 12:16:39+00
3f413327-b01d-0a66-6530-ea5848b12d48	caf43c84-44ed-84e2-d874-684db48426c7	58b397e9-2a58-a632-a418-c26109e93a36	Alqcu 31	61	31	0	{"text": "{\\"nbdfq\\": [\\"044b4pd1x6y9392cgt435o868l5p9060\\", \\"wn03d3qw2k89498176354b40t9d1g606"}	2026-01-25 06:55:19+00
6d420812-d71a-b25c-4cef-9cbaf88e6b9b	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	96437dd6-6082-eed3-f06c-27d358639f2a	Kdure 32	62	32	0	{"text": "{\\"qwrvs\\": [\\"04l55xco7m05z5p90jj136mbd04k4ds8\\", \\"9n161lq0g9coetj517ix2lrg9n15czb4"}	2026-01-25 17:39:42+00
32b0d497-bc16-ee32-1b2c-2323f2015ffa	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	43b83acf-7433-9f63-c99d-43421eb9a3d0	Miedv 33	63	33	0	{"text": "{\\"xvhqg\\": [\\"7948x60a468o602i233j07o24109171n\\", \\"37me236o837nh9a485426k5363s2a142"}	2026-01-25 16:59:06+00
e4df34e7-294c-524c-4522-f1c5b7770114	a92f9bf8-45da-7734-6d11-070420d32ae9	b748731c-7585-cd6a-8b67-49fbcf260f60	Vvtol 34	64	34	0	{"text": "{\\"fzmxb\\": [\\"30723619bp0f5501i6gk867iu10j258t\\", \\"0o46479z42e5e6vr345xi2x48h07cv00"}	2026-01-25 10:50:29+00
b9b39455-cdc3-6d41-0648-0bc12e7e84e6	d7964acc-20e3-db99-fa80-c155bb3e4b4a	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Tevoa 35	65	35	0	{"text": "{\\"lzfvo\\": [\\"g335008bc007on8ac16p490t04351u3c\\", \\"69ktslw650323b93551524653f8a560r"}	2026-01-25 22:51:58+00
0bd4f091-3bce-c38f-f0d0-487832c9cf04	16d0b52a-4b24-d113-a816-09fd78784764	946652a3-6954-2404-f4db-631c21cbe972	Gqwjo 36	66	36	0	{"text": "{\\"opzws\\": [\\"y670gl1f696j5800q9036nude2dmm791\\", \\"k7lj2kd69641i4302d97408h5t4mo426"}	2026-01-25 22:12:43+00
506c7ebc-34c1-e44a-344b-cfd439729d43	64737b17-9c36-216d-11b0-b5a9c91ed6ab	40a2432d-15f4-cd4c-23de-ee789ebeb918	Rlgus 37	67	37	0	{"text": "{\\"yfnpt\\": [\\"51ya707eqi9846v505ea9yml5c57i4pa\\", \\"2a30gwle2y21l32j83xl89591397s189"}	2026-01-25 14:12:43+00
0c924c77-599b-4f67-7aa7-37b264a9b95b	5002a0ee-92cb-d457-d235-3027b126efca	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Xidcf 38	68	38	0	{"text": "{\\"kgxbv\\": [\\"r070640txl35c173904ff3slpxg665ih\\", \\"6x1h8grs94u7bx65c19e2o392f5166z6"}	2026-01-25 15:00:40+00
4433e7ec-f3a9-c90b-ffc0-a885cb20215e	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	736d975d-b281-2d7b-d002-79b042f71679	Wyflk 39	69	39	0	{"text": "{\\"jpoxo\\": [\\"4182l2y3vo88wo28k645v170c19m5ap8\\", \\"2z32f10sp4h882g9x20y96j8em3bo68v"}	2026-01-25 08:06:21+00
529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	c49cbf2d-acc4-91fc-afba-60f6113decf1	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Vhgjl 40	70	40	0	{"text": "{\\"pkjfh\\": [\\"4e604j5rt2x4e1wa94hurf88023107jf\\", \\"sh3y4z060398125f42cw45173n830blb"}	2026-01-25 09:14:10+00
55577cf9-313e-4405-b602-f2862fa88351	35a6e315-8c8d-420a-e542-52dcf5274539	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Yboma 41	71	41	0	{"text": "{\\"cmkgx\\": [\\"f1r81bjx3dw8nk5m57y49u53935vbwuc\\", \\"3ud56510w96880q5efe5h85x2x6xz63b"}	2026-01-25 17:37:44+00
c532da38-62b2-6fbd-8e89-a060f9257caa	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	6850e2b1-900c-834e-a7a1-617764f224d4	Tyiwg 42	72	42	0	{"text": "{\\"ouqgx\\": [\\"597el1ku9sg7omusi02d2915tn263o69\\", \\"77y58vc7477l3kpo774p0vanf8yhmwya"}	2026-01-25 23:56:54+00
e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Yjzef 43	73	43	0	{"text": "{\\"glybm\\": [\\"459l5iyfd2eyoumvm7f370as448s7v16\\", \\"74198wia06due9770672g3io8rh7v0kr"}	2026-01-25 01:48:12+00
1a024293-1c69-80c9-bdf7-4b887fd24def	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Jhgci 44	74	44	0	{"text": "{\\"hdida\\": [\\"f48w90m353jky46av393dcpn2w20g79y\\", \\"642d0y89fwj55d90t7o130fs0b3k393m"}	2026-01-25 22:42:57+00
ae7d6091-d8d0-6e70-3722-deeecceb028b	0c221269-d868-5070-faf5-a67b0aebb443	48920668-c93b-b3cb-0d22-e15fff2a765d	Goycc 45	75	45	0	{"text": "{\\"elglr\\": [\\"u39g4v0617anw80xfr10q179i5r20uf0\\", \\"897fuo7n67b8w1921du482n66jp7yaig"}	2026-01-25 23:27:30+00
4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	5131069a-fa40-008e-f9af-1c94441aed04	Bybce 46	76	46	0	{"text": "{\\"woame\\": [\\"74i2r44v0c7e82zl7f0o8g0843r2y602\\", \\"b42rc460w9537737829c9k7cn238558m"}	2026-01-25 09:37:14+00
d9e2e34b-17bf-3670-afba-bf056e020b9a	4e4379ae-dee9-325c-b554-5b0dba09af03	128c24c5-c02d-0eca-734d-68d809c4b324	Wqvhg 47	77	47	0	{"text": "{\\"cytsb\\": [\\"v7hf3992309r658y38l2qky44v54zr06\\", \\"oaxz221913m73n8971th3179089958e4"}	2026-01-25 11:53:14+00
afd2a7f3-a6d1-5b09-bd33-ad5706610319	fc26700d-6dad-8f86-1879-2a859d7cb384	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Zxbhc 48	78	48	0	{"text": "{\\"caztf\\": [\\"7reb2x5b39ej7r0442265go7410cqf63\\", \\"9196za3dshoy0n2w8wj277203ece3y8t"}	2026-01-25 22:08:33+00
5d48c4ad-3799-47b5-7393-6effa020f5bd	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Tyglb 49	79	49	0	{"text": "{\\"dbawi\\": [\\"3fyx45rri3a41949gciu1c89ukj8254y\\", \\"kn366502113e415206b9k910730633lj"}	2026-01-25 22:57:26+00
6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	d3031de5-ec19-1b52-2c3e-9c95be86371a	Dkfkd 50	80	50	0	{"text": "{\\"swgux\\": [\\"e2641u9249882w344k7fy100s6l664dj\\", \\"0rtu28145960352f8y51083ej85h39ck"}	2026-01-25 00:33:58+00
fdb46627-5d21-76b8-c2a6-49dc65d99fae	caf43c84-44ed-84e2-d874-684db48426c7	edbddc1c-f633-e779-6146-7858e240e71c	Ojrql 51	81	51	0	{"text": "{\\"yvlaz\\": [\\"0243gh4i37h81p09x4f613h925l55944\\", \\"v55u97v5y73o77138qgtd085jl11c615"}	2026-01-25 10:26:31+00
f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Jiibz 52	82	52	0	{"text": "{\\"yszaf\\": [\\"w563313syw052v949571v6133b1t8i9r\\", \\"6ct75k0190d020577u6wq6751i0g492b"}	2026-01-25 08:17:43+00
39ed6ec9-1292-0ba5-8abf-7369f599444c	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Rkzic 53	83	53	0	{"text": "{\\"wbyxh\\": [\\"f93bno52937k19b7464344wfoy860a53\\", \\"5h4237i5p94d43895r3qp2840eij8pug"}	2026-01-25 05:04:32+00
8d71803a-87c4-86b0-95cf-57c835e7afa0	a92f9bf8-45da-7734-6d11-070420d32ae9	740220fa-0cf6-7e87-6106-9cc72eebf871	Lyrnv 54	84	54	0	{"text": "{\\"qvpov\\": [\\"hk9ri628p06rl27jh1n8286296bhtzdk\\", \\"io4021z3w2q87c0526yv35g63464xloh"}	2026-01-25 17:21:53+00
9b3c1a82-f13c-5588-4b20-04afaf5b34fd	d7964acc-20e3-db99-fa80-c155bb3e4b4a	df962ec3-2221-3c4f-34a3-791ce6834f15	Pkbsf 55	85	55	0	{"text": "{\\"deebd\\": [\\"rui680o2iq2h3334l06a7w85s7b65126\\", \\"le166505v18e54845y154v0px0yx687f"}	2026-01-25 01:16:52+00
34924d1e-5183-fe68-ad3c-80c4f85a9ef4	16d0b52a-4b24-d113-a816-09fd78784764	e48a5db1-6790-b545-5699-2a3a495b967a	Abegc 56	86	56	0	{"text": "{\\"jsjaz\\": [\\"2gmo959o94ki9022vb8ro844r6nswz8f\\", \\"5xpm9bl776y42bb68osg5f17s274474o"}	2026-01-25 21:00:34+00
788b1190-726e-485a-40f5-e0ef9d7cc7a2	64737b17-9c36-216d-11b0-b5a9c91ed6ab	08be0292-ba51-316b-8a70-0b19060b4cdd	Vhumt 57	87	57	0	{"text": "{\\"oznea\\": [\\"r8gpy569485kf7511zo932h05d8eb08y\\", \\"0l87b01670zx77boum50p7n14a267v74"}	2026-01-25 22:14:27+00
44527bad-16e6-3795-3003-33fb068f2b5c	5002a0ee-92cb-d457-d235-3027b126efca	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Fpuyb 58	88	58	0	{"text": "{\\"flshb\\": [\\"68f4f92ii7fwwf50862s4w21t82mo4sn\\", \\"68j56fj0ts18e1inbi42944a318kw3kc"}	2026-01-25 16:52:20+00
96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	09b4e382-be0e-7f82-621c-eecffbd119ba	Qznyb 59	89	59	0	{"text": "{\\"kulbk\\": [\\"t411ni7vn4j1dt13m68w38lab728v9h7\\", \\"19p9id18051o5040pe7102s2b22205w3"}	2026-01-25 02:14:35+00
6486caaa-1041-59d5-d295-c010410c7173	c49cbf2d-acc4-91fc-afba-60f6113decf1	fa837959-e315-5b4d-c56c-b8093c95f791	Rllwe 60	90	60	0	{"text": "{\\"ysqhg\\": [\\"7d6s97w31392h3562g8290ylz54e0744\\", \\"5sg3hgf6m861nf70o4147f72m825f9d8"}	2026-01-25 20:44:03+00
15c4d5aa-5695-1aa4-2406-c433d428f21f	35a6e315-8c8d-420a-e542-52dcf5274539	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Cfifi 61	91	61	0	{"text": "{\\"rdiiz\\": [\\"6w71kt4jzn914f0t1553565k933eqeq6\\", \\"408y63yrk435407m1v9b27pt545k13rr"}	2026-01-25 10:20:08+00
ec09cfa6-2497-3fba-7b15-e10cf77b6488	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Klhlc 62	92	62	0	{"text": "{\\"pjncn\\": [\\"9v5ow739xmi84v50j545668s3gg802m8\\", \\"u41h8o63u4235i12qd36f2t96v5q1224"}	2026-01-25 01:08:16+00
0c368d86-0f8a-ba97-eab0-9a4650c0d52b	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Leicp 63	93	63	0	{"text": "{\\"kxqer\\": [\\"m3686t3675566d232o0e3ac5d14t4n7j\\", \\"2nut93kj1144v4m4me7n757x044wem52"}	2026-01-25 23:07:08+00
8225655d-8d39-b1c3-c6eb-52a146e9fde0	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	6496f9df-02de-89be-2a2a-16742b825527	Qyfgy 64	94	64	0	{"text": "{\\"ietyt\\": [\\"l46223n88tl32h9p0j56086899zgq6bm\\", \\"xu74827092x3377488535p3f56534522"}	2026-01-25 13:15:21+00
b57746ae-4ebe-89df-9a8c-4092740aafa6	0c221269-d868-5070-faf5-a67b0aebb443	4b28c9a8-e273-763a-7136-26c33c282f35	Fsynl 65	95	65	0	{"text": "{\\"yqkze\\": [\\"qa9mp6fm4jw24o6461628520s8906dr9\\", \\"3do9q4g1687i5o2ir08ixg3f154c4f43"}	2026-01-25 20:10:52+00
276e4f9a-ff4e-52f4-d686-21887e6403cd	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Uatby 66	96	66	0	{"text": "{\\"qrjsk\\": [\\"16633b4928gk82j15e5269ii93t37990\\", \\"91975o38haxn4356psk4yi71g4k4p4tm"}	2026-01-25 14:38:30+00
62b998e3-931a-0622-0502-0b353fff9b2b	4e4379ae-dee9-325c-b554-5b0dba09af03	71842a9e-e95a-4511-c69c-3c9bd36a603b	Idnci 67	97	67	0	{"text": "{\\"gndpm\\": [\\"q38s510ta99ulgeh6h20cme3322n73tu\\", \\"12un2h65637p5m898o34uj051lsd4b83"}	2026-01-25 22:33:38+00
8ef38686-1111-8925-0558-b23188071cae	fc26700d-6dad-8f86-1879-2a859d7cb384	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Khkgk 68	98	68	0	{"text": "{\\"xrmzh\\": [\\"thk2yg69325u49168623j4e3q12m8g47\\", \\"fm7260ma2q0u8f51l3z4rf7a694619js"}	2026-01-25 16:50:38+00
e3a1ddf4-abfe-7bac-b915-11861c43c3a7	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	4c530db5-9dd2-3cf7-fafe-a78696c73220	Dofnh 69	99	69	0	{"text": "{\\"xyvqz\\": [\\"j521y8514lm00179r47918k71a211c2i\\", \\"f693676vg8101n8r37g9o2f46k697069"}	2026-01-25 16:52:47+00
4b4e7657-e48f-ba09-c836-8d1b9165d0b6	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	25ec0f64-6d80-f598-9bca-2c4c7304308d	Vsszq 70	100	70	0	{"text": "{\\"lvgxi\\": [\\"9636551a5c50d140qw80n46m7gs52464\\", \\"e6zzv794446yxp72765l4ha77534k807"}	2026-01-25 20:55:20+00
c965ecff-3022-df6e-18ad-a7e6102e7ce1	caf43c84-44ed-84e2-d874-684db48426c7	58b397e9-2a58-a632-a418-c26109e93a36	Dpume 71	101	71	0	{"text": "{\\"fkdux\\": [\\"5jgs7725029v4ya9li097550kc962fcw\\", \\"271j07v152dz9u7v8208q9smo672j09l"}	2026-01-25 13:20:49+00
8d248aa0-288c-eabf-7c9f-8160e969eb8c	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	96437dd6-6082-eed3-f06c-27d358639f2a	Atnpa 72	102	72	0	{"text": "{\\"oeewz\\": [\\"z9g6545a30x61q556b501c1w22a75z5l\\", \\"ye6h4860716v8870m68tv36b54ps5go5"}	2026-01-25 03:09:39+00
0bc3e699-5063-e712-dd90-65830220dcef	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	43b83acf-7433-9f63-c99d-43421eb9a3d0	Czkfr 73	103	73	0	{"text": "{\\"mcwmj\\": [\\"64lc80j23po59230vxts7rs3939u62kj\\", \\"xq8d805dk0170c3n91p5g4i4mg4p033o"}	2026-01-25 22:21:43+00
7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	a92f9bf8-45da-7734-6d11-070420d32ae9	b748731c-7585-cd6a-8b67-49fbcf260f60	Iwyjj 74	104	74	0	{"text": "{\\"qmtoz\\": [\\"600o840jl5617ehv3wvv7jh26vcv403f\\", \\"975ggo83740912qm181n96tm8224s3jd"}	2026-01-25 12:33:34+00
57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	d7964acc-20e3-db99-fa80-c155bb3e4b4a	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Pqsjy 75	105	75	0	{"text": "{\\"kgejm\\": [\\"xi908ty64156l51y15f632s12o086572\\", \\"23a4tih83iq1de9kdfl50w30975jf031"}	2026-01-25 20:49:21+00
2636c9ce-03c7-52e1-8b42-d80318ae37f4	16d0b52a-4b24-d113-a816-09fd78784764	946652a3-6954-2404-f4db-631c21cbe972	Jlscu 76	106	76	0	{"text": "{\\"cfdst\\": [\\"n6u690035mdd18h07501jsb2eg9592l5\\", \\"17156o9i839u4nx564pux753w96jz93i"}	2026-01-25 08:27:42+00
35356bcb-85de-961a-7b8e-cf87265d2fdd	64737b17-9c36-216d-11b0-b5a9c91ed6ab	40a2432d-15f4-cd4c-23de-ee789ebeb918	Mfjbc 77	107	77	0	{"text": "{\\"wukym\\": [\\"b1xs0o59268e0312ru0v5fnzb82g3kuk\\", \\"3n2966gr75q722363w18c52dx488d1r5"}	2026-01-25 01:41:29+00
70d7dace-3770-e07f-3c7f-9554fc853b09	5002a0ee-92cb-d457-d235-3027b126efca	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Fjasu 78	108	78	0	{"text": "{\\"xjazi\\": [\\"x87i862geu5e52k3r164o6046e48469c\\", \\"wf51lapzb88t7s305ln1n75o001lpjn7"}	2026-01-25 19:46:56+00
59d8eba6-11ee-3146-7c96-ee24791209f1	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	736d975d-b281-2d7b-d002-79b042f71679	Cryxb 79	109	79	0	{"text": "{\\"tufwi\\": [\\"t1iye5w7o91p6605s2pr783noa3353wt\\", \\"30m97jy8g44ij811ak15827239fu1242"}	2026-01-25 17:10:59+00
9b7edb26-806c-e0e7-90bd-389ff63f4678	c49cbf2d-acc4-91fc-afba-60f6113decf1	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Npxjc 80	110	80	0	{"text": "{\\"nwlsi\\": [\\"q691u8646w25ko0eb0357f69j2c4428a\\", \\"d5zm6t255vh55139a71762p486y895a5"}	2026-01-25 11:08:32+00
3f955204-4f61-36f6-d6f8-f51e4b70fc80	35a6e315-8c8d-420a-e542-52dcf5274539	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Kmiod 81	111	81	0	{"text": "{\\"aeslw\\": [\\"p48rr95i947h81m1s86r35s33175j48i\\", \\"x92465tm2g743325c260278h5exl2236"}	2026-01-25 00:44:49+00
559d15d4-99f3-7655-65ad-c010f257eec0	8ca4d6bd-3012-78bf-b8ed-66bd28f62a8d	6850e2b1-900c-834e-a7a1-617764f224d4	Qprnj 82	112	82	0	{"text": "{\\"vhhyw\\": [\\"741l1c0u15f7541gr0h81k69320i453r\\", \\"nfnq72yc5o171855542k4jpo9m61w6x3"}	2026-01-25 04:23:03+00
77aa20ae-574c-1bf0-337d-379893792e37	6b5f8c35-ba0e-9da4-eaad-f77757b511ae	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Fyehn 83	113	83	0	{"text": "{\\"zsrcp\\": [\\"4h73id5t7469y81jk307r69fq7k88225\\", \\"84g63e25bp35z4nr0hbcxl958366j5rb"}	2026-01-25 06:43:07+00
473737e4-13a6-9ce7-5f68-8c67cb6008bc	263c8b0b-d4dc-f926-6d0b-af48dfb8402d	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Ttmer 84	114	84	0	{"text": "{\\"oubiq\\": [\\"92y3x0p1z622nun05l138t7219365968\\", \\"l3l8s5l211v2292fi01q245n2gxg3k65"}	2026-01-25 02:33:02+00
7b56df74-41df-baec-6fa3-9bbd36353b33	0c221269-d868-5070-faf5-a67b0aebb443	48920668-c93b-b3cb-0d22-e15fff2a765d	Maoff 85	115	85	0	{"text": "{\\"famrd\\": [\\"6473765755x3l4a9766s7x3791c54n96\\", \\"346162n43d8tr47cw47819122j4w8750"}	2026-01-25 23:27:43+00
5d89314d-f125-5136-057e-a4c95ea508b6	7be55808-da4f-f65a-ebbb-1c0dbe42faeb	5131069a-fa40-008e-f9af-1c94441aed04	Tyoua 86	116	86	0	{"text": "{\\"wujbu\\": [\\"153x9hk24q5s1895x9809j40c30mm40x\\", \\"bf9el025sibu7xp9s72960o968o48pke"}	2026-01-25 05:12:21+00
f944ce1d-5ea0-c53a-02b4-7836d74a21d1	4e4379ae-dee9-325c-b554-5b0dba09af03	128c24c5-c02d-0eca-734d-68d809c4b324	Rcmil 87	117	87	0	{"text": "{\\"xnjkr\\": [\\"l7411d4vf8eg1k654bgf5bwq8v71xh7l\\", \\"745u230279p4338h625q536fzl86r4dq"}	2026-01-25 17:38:02+00
81f94216-7379-c2ac-37ac-6e5624fb3230	fc26700d-6dad-8f86-1879-2a859d7cb384	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Eeakv 88	118	88	0	{"text": "{\\"opvfg\\": [\\"95c742d6t5ss7a98251z14ik085uu2a0\\", \\"30957v4qhb1g277g3g6fe5659223g64m"}	2026-01-25 17:11:36+00
0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	76d058d3-219c-f87e-e5cf-b6ebb7fde89a	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Amfmh 89	119	89	0	{"text": "{\\"pavje\\": [\\"9s98x89q3gx882pe894e22a41390d076\\", \\"23l4n9z8s5t0d43023g570myy5k1it90"}	2026-01-25 14:08:03+00
2bdd62ab-0673-db9f-e873-46752dc67789	3fbbb5f1-a5c8-1a07-ceec-f4edb3824dcf	d3031de5-ec19-1b52-2c3e-9c95be86371a	Qhjqb 90	120	90	0	{"text": "{\\"ofzsr\\": [\\"8mr9837l5nh5u74683nb762xpp52rael\\", \\"6ga3vxla79122jl8c93yegxt5mxp87uj"}	2026-01-25 08:16:05+00
52feca73-fd24-0f08-409d-e887c96f01e0	caf43c84-44ed-84e2-d874-684db48426c7	edbddc1c-f633-e779-6146-7858e240e71c	Jtomo 91	121	91	0	{"text": "{\\"abbhj\\": [\\"51666z4cl7a6g0k01i7q340140u88tw4\\", \\"39a1vu9cq04385pq544r1z67m8jgmi60"}	2026-01-25 09:52:24+00
8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	bf6cd7f5-041c-5317-0de0-7fa7e30a1601	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Rzqzg 92	122	92	0	{"text": "{\\"kjqfc\\": [\\"m5k4b73p0200wj9p7sd3i7c1y2fk6w46\\", \\"4j1s93h0mkr24x1y88544jo156rv7797"}	2026-01-25 21:19:50+00
fc11c165-dc22-49e6-f1bc-8285a090effc	967b1d5a-cac6-8b6d-19e5-f1015d2e802e	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Jycdt 93	123	93	0	{"text": "{\\"taxxf\\": [\\"291aeia4svh44ef6r0i05f6vojsp699e\\", \\"3g7386ff2ot73gfh18241pejm9850v9z"}	2026-01-25 21:10:08+00
eb4802a1-90e5-ed26-6d4c-84752af7c14b	a92f9bf8-45da-7734-6d11-070420d32ae9	740220fa-0cf6-7e87-6106-9cc72eebf871	Uaduv 94	124	94	0	{"text": "{\\"ezwei\\": [\\"2qm8d7pma262bm2qe53h6yflutw972ik\\", \\"14886t0a6r5ua7y2n34dye13p95y25f6"}	2026-01-25 12:20:26+00
38afd908-77a1-eec0-205a-d730146ea3b6	d7964acc-20e3-db99-fa80-c155bb3e4b4a	df962ec3-2221-3c4f-34a3-791ce6834f15	Acpmg 95	125	95	0	{"text": "{\\"qglhz\\": [\\"1062c085v83891r4ng73e672vp974652\\", \\"sov2eh4x1zz6601vo64ssc4ff1de8b76"}	2026-01-25 08:00:52+00
1a9c2d1c-10d3-3b56-30f1-68745b4c077c	16d0b52a-4b24-d113-a816-09fd78784764	e48a5db1-6790-b545-5699-2a3a495b967a	Rpojg 96	126	96	0	{"text": "{\\"hpyqe\\": [\\"1n9r4c06lw8s973z9595971urns19z9f\\", \\"560b235wdfu91c20u7p2hr46tol45mn3"}	2026-01-25 03:15:13+00
c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	64737b17-9c36-216d-11b0-b5a9c91ed6ab	08be0292-ba51-316b-8a70-0b19060b4cdd	Fibwh 97	127	97	0	{"text": "{\\"urccd\\": [\\"095k3bzn902u82073h2s79qbw35ha04v\\", \\"5kni9p6vx3l3148qs172q08pff2d91bl"}	2026-01-25 14:52:33+00
99eecf5c-bd1c-c387-3330-c56ffb83b4fa	5002a0ee-92cb-d457-d235-3027b126efca	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Molao 98	128	98	0	{"text": "{\\"bwhxm\\": [\\"86bg3842x11tm13u5x53r1k3a6852x50\\", \\"o36fep5t2g38w0723r88x7ud8053ser7"}	2026-01-25 14:32:42+00
5b1d21a5-9cad-3ef3-2f66-e64e920e740c	ce61f5be-d6e5-6c05-63eb-c463cb0fa0a8	09b4e382-be0e-7f82-621c-eecffbd119ba	Ysqmu 99	129	99	0	{"text": "{\\"cwvay\\": [\\"4969484a00e15zvj4m72n6w2624437p4\\", \\"383ky893clb3c9m2f6cc0o261c13sqz5"}	2026-01-25 03:04:25+00
4b634233-1fac-c35e-83f4-fbb959baefa9	c49cbf2d-acc4-91fc-afba-60f6113decf1	fa837959-e315-5b4d-c56c-b8093c95f791	Lujyu 102	130	100	0	{"text": "{\\"eupas\\": [\\"fq809xj8sy7azdz07w39l5518k81949p\\", \\"xk6ileh203p94ycaj814x0g58158ds71"}	2026-01-25 12:59:44+00
\.
copy public.comments (id, video_id, author_id, body, created_at) from stdin;
b7b5d289-55f7-dd71-0e49-0557f819f7c2	e481abb3-cedb-8264-a1ee-2b11e03a9557	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Xyxsqzn 1 kuqib45385u72n5i9489n40igr0572l0	2026-12-22 03:52:24+00
8be46c1a-b99d-1971-50ef-cd7ba2238561	54617197-6dc5-8db7-231d-e8a8a6a3edbc	6850e2b1-900c-834e-a7a1-617764f224d4	Prgtfwd 2 ootbk2f45u2010xc5kvs22o5tgj83d9a	2026-12-22 01:00:53+00
0b7a1986-3ee1-c9d2-57dd-4d881cc4609d	3925ed66-baad-68b8-54dc-158dd1903b96	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Qgdiwze 3 7s6h150l83748hn20x89930745d9m132	2026-12-22 07:34:01+00
de9910c0-4113-4f2c-185e-828eb3c51c6c	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Xehhxzj 4 3twy563730hm11wzw75py5079a7a1tnl	2026-12-22 05:33:22+00
43fc6527-f189-71c8-955c-eaa403502b3a	0bd4f091-3bce-c38f-f0d0-487832c9cf04	48920668-c93b-b3cb-0d22-e15fff2a765d	Bfcrsem 5 2234770q8k12j21654183890v74w5085	2026-12-22 18:07:09+00
4d84f4bc-cda0-c829-26f8-b1574bb9635a	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	5131069a-fa40-008e-f9af-1c94441aed04	Fpduvsh 6 523193175bt3w4m1h446w6054633t39v	2026-12-22 22:45:48+00
3e5e08a5-f890-f64c-53d4-8ac547080ad9	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	128c24c5-c02d-0eca-734d-68d809c4b324	Jwxmsfr 7 f8768xuh9e1q7of171f83f8398o57a7l	2026-12-22 16:01:03+00
7af3e8c1-7838-d75a-62e3-a308df306a7c	788b1190-726e-485a-40f5-e0ef9d7cc7a2	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Ldnwrdh 8 75z99919f02u2ru991g6jxn34w60d675	2026-12-22 15:41:17+00
e1095489-a63b-5f0a-4278-3e0de077dc5a	8225655d-8d39-b1c3-c6eb-52a146e9fde0	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Hqbdxqw 9 37mq8500w35585f7h91nz1l47io89bxg	2026-12-22 06:00:48+00
94ecb86f-25f6-1270-a97c-53063cbe6eef	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	Yqmwufo 10 c320ig8ek03z3k7x3c98xf21gbabochm	2026-12-22 23:50:08+00
26c13b68-3e39-0202-c677-fa56bc54473f	70d7dace-3770-e07f-3c7f-9554fc853b09	edbddc1c-f633-e779-6146-7858e240e71c	Pazyinv 11 14656ffh5m7e815693k8w72z0s1orq95	2026-12-22 06:17:15+00
9c084b0e-329f-c3b4-438b-d10ff158ada7	7b56df74-41df-baec-6fa3-9bbd36353b33	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Mumhavq 12 2tio416f2n5c23oay6f18239x2n72u0l	2026-12-22 20:49:22+00
d8b4b995-9c2a-c8d8-58c9-4b8220f95f2f	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Zyejzkv 13 9839i05eh24e7vl0q1mm0gll1q86f8w1	2026-12-22 23:52:01+00
4ec40b78-d8fc-ac1b-b3d7-1c5eb897a716	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	740220fa-0cf6-7e87-6106-9cc72eebf871	Esyagnm 14 n304650c7921u3o7040214nv77340two	2026-12-22 10:50:34+00
a8f70fcc-4f67-ea87-a68c-67ed96ef9b1a	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	df962ec3-2221-3c4f-34a3-791ce6834f15	Vfbuewc 15 q178e8nw69dulr4v9b5009xqi039gxq8	2026-12-22 16:47:21+00
d99fe0f6-d51a-e193-2c60-d83df881325d	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	e48a5db1-6790-b545-5699-2a3a495b967a	Mfofghe 16 20t9z852606o156304767364417p9q61	2026-12-22 08:59:30+00
5b70bd9c-d092-a35d-4d07-b0ab11d05028	6120b62f-a593-865a-5df5-566fede621cf	08be0292-ba51-316b-8a70-0b19060b4cdd	Mfyrpgz 17 l845lsi5g36070c494fc7638s547cw10	2026-12-22 16:23:11+00
503eadac-72fa-7aae-8d6f-86fd6ed65dcf	33bab7ed-f695-c6d0-abdb-193c77f7933f	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Pzklgjm 18 b3vud6ap7dozo4u868u897f20w308914	2026-12-22 02:45:53+00
791b59cb-feea-a75a-8bdd-77a68a07096e	e4df34e7-294c-524c-4522-f1c5b7770114	09b4e382-be0e-7f82-621c-eecffbd119ba	Soknbmi 19 990xs454831lx8o34k2o740gq4x22s85	2026-12-22 22:15:51+00
208719c5-3e79-e4c6-5501-9a2cd7b12f49	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	Iksxrrp 20 3k7x1d397a8565t57610q9al9ni7y5sk	2026-12-22 15:42:00+00
c8524efa-b077-91ce-3545-87fdc7c84e28	afd2a7f3-a6d1-5b09-bd33-ad5706610319	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Ilwbpql 21 er86655s790ix7rq8nyi40q6z6t2mjc6	2026-12-22 07:29:44+00
44fe812f-0861-3ec0-51a3-c45f606ac523	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Oagbvyz 22 c58v8v0qummyt2h2j18zio41102nsi42	2026-12-22 00:32:39+00
bd111026-e8fc-cc79-50c7-0b92b68b852b	ec09cfa6-2497-3fba-7b15-e10cf77b6488	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Xyqydgt 23 215oa701yl6ldn294gim0j3258957r56	2026-12-22 11:59:32+00
b91306f0-cfff-53fc-81ef-c5b867b5d592	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	6496f9df-02de-89be-2a2a-16742b825527	Ebtibdk 24 y5l2i2610w677syiox77311m535e2b49	2026-12-22 19:44:54+00
8a0459b7-3259-54c1-7361-02e9bfba6268	2636c9ce-03c7-52e1-8b42-d80318ae37f4	4b28c9a8-e273-763a-7136-26c33c282f35	Ltebzxl 25 749e019425659m1j9t2f0epg67945ye8	2026-12-22 00:02:03+00
8570baba-757f-da3e-6b52-61b49fcc3757	77aa20ae-574c-1bf0-337d-379893792e37	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Gchheio 26 219o1f9g801wn27k48935pp306c3505q	2026-12-22 05:45:15+00
c7056340-567a-422f-d284-24df0ada78a1	2bdd62ab-0673-db9f-e873-46752dc67789	71842a9e-e95a-4511-c69c-3c9bd36a603b	Zsfqfix 27 950790clx1895eht1149o1tjbsedq9ma	2026-12-22 03:16:50+00
666f9a49-c010-283f-eceb-6ffde02c1ece	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Whmxrrt 28 95a26ukgecs742r9c66412w4y6g6823g	2026-12-22 05:52:03+00
336f93cb-f30d-00f8-10ba-6fa0ed1b427f	3ec3b1be-0f3f-3721-9291-c0037d6296c1	4c530db5-9dd2-3cf7-fafe-a78696c73220	Nlivtus 29 77ozxq48975x14cgn09814629800502l	2026-12-22 18:28:12+00
a73fab08-6099-2b6b-ef44-2aebf82ce1b4	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	Srqefcm 30 2d8nc3v52q1z92ti44c82ia47h77wl63	2026-12-22 17:15:42+00
473c3540-07d0-cdaa-55c6-637218fc9630	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	58b397e9-2a58-a632-a418-c26109e93a36	Kqmjawd 31 ezxrpc1y38l1rw4va037r1356s969857	2026-12-22 17:53:55+00
8a5ba926-3ef0-d2db-9482-8d90310b42d8	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	96437dd6-6082-eed3-f06c-27d358639f2a	Dkieebr 32 91114ems644c445v67z97jt5aoxzf15g	2026-12-22 01:06:16+00
bab0e436-fb73-e0e9-7c75-8e77e4f8b315	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	43b83acf-7433-9f63-c99d-43421eb9a3d0	Stqauap 33 97ve62k3xhu879qz9xm168270e9sep1m	2026-12-22 02:40:18+00
f029394e-8446-01a6-4c6e-22e42ef44ff3	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	b748731c-7585-cd6a-8b67-49fbcf260f60	Mwojzas 34 mxbg10ro656d856i526136428mj7nfr1	2026-12-22 18:28:49+00
809d13d2-fd76-d93a-e35f-0dee7f979724	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Akokves 35 tl80a8875gw8m8hx361s95yth8sod374	2026-12-22 22:19:56+00
2176277c-bfd7-cf8b-db4d-5c234c91a7bf	39ed6ec9-1292-0ba5-8abf-7369f599444c	946652a3-6954-2404-f4db-631c21cbe972	Mhkmmqm 36 n0m66t71tg8el6qs39p7mey13767j352	2026-12-22 04:17:41+00
44cbbb76-0764-c72c-bd8a-a2ad504d48a8	6486caaa-1041-59d5-d295-c010410c7173	40a2432d-15f4-cd4c-23de-ee789ebeb918	Cmasdgo 37 5907z31684t1v9bq189zu08272o943jh	2026-12-22 02:39:39+00
026fc4aa-61ca-3cbc-b31b-499f23b455ec	62b998e3-931a-0622-0502-0b353fff9b2b	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Aomjuho 38 0vc14es08v1qn965eq53644odxwjr89h	2026-12-22 19:10:33+00
5dbedf26-5902-c41d-1d77-ff1ca9d89e3c	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	736d975d-b281-2d7b-d002-79b042f71679	Ejtoaft 39 1w9hnr3dsw61m1q56uxtdl4dn597m4du	2026-12-22 20:05:20+00
2338dcf2-38ca-844e-2eda-3c3b8bf1bb99	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Zcvueyf 40 4n437127x3054gin10u37c80015v14kg	2026-12-22 01:48:24+00
bf37475e-1776-5e0e-44ce-1d14eda2881f	81f94216-7379-c2ac-37ac-6e5624fb3230	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Oxyzebx 41 5gpp5to86q5i5j98a77wq1t14t40k4bb	2026-12-22 08:15:44+00
d1342dab-1cd0-a9de-a11b-2b90868ae1d4	38afd908-77a1-eec0-205a-d730146ea3b6	6850e2b1-900c-834e-a7a1-617764f224d4	Gtxhpnh 42 6032637e3i6484r9nn2v1938p5834rmy	2026-12-22 10:29:32+00
cfdf9b1b-f47d-16a3-99fd-3c30e0d5b27a	0a483188-e482-0eb7-2bf2-57938633fa71	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Ukqppma 43 73hg1e9g5356t9d25qa3zl52607t845x	2026-12-22 23:47:13+00
02f7de6b-ab6f-e410-848e-a5a4944fe64a	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Jfswpod 44 12v0pd197w1l8cx143x550e67ww7643x	2026-12-22 04:25:53+00
077a0b3d-bd95-56e2-b6bf-ab9f1b41251f	c8c1cf31-01a2-82d0-8da8-65fd85969b08	48920668-c93b-b3cb-0d22-e15fff2a765d	Pnfkeiv 45 48056588787ij595v9598221762uo49f	2026-12-22 14:56:19+00
3fea278b-277b-f530-9159-766ab680313e	12359be9-f1f4-78d5-f09c-797a545f454d	5131069a-fa40-008e-f9af-1c94441aed04	Xxrqdig 46 p9k9mo50j8t1905j70q7s6t5j9z2s9z5	2026-12-22 22:05:26+00
4fc82796-d21c-f3fd-7dd8-a16987f5eb3b	0bb39751-59d9-9b68-b061-85d2a8cb56d2	128c24c5-c02d-0eca-734d-68d809c4b324	Miqotwd 47 w5k8a0tu694ejf409984e01998ji7h0o	2026-12-22 06:54:52+00
d6614d9d-47a3-ad81-a7c7-5d4520ce7ac9	506c7ebc-34c1-e44a-344b-cfd439729d43	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Dqyobcw 48 kl1v5x968u206772k91476sv7l9p9lr7	2026-12-22 08:55:18+00
c3633ac6-512f-b33e-528e-23802baea102	1a024293-1c69-80c9-bdf7-4b887fd24def	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Iqcsevr 49 l70385u5ktndp90681ws1u90255di49m	2026-12-22 12:59:00+00
3d2e3d96-32b1-3674-9c3f-25f8ebc7d70f	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	Wbaxmin 50 r1r336965781o5vf6hi3l9t4k2cs76x5	2026-12-22 00:09:56+00
09804d0a-b42a-5620-d595-26c43fd55866	44527bad-16e6-3795-3003-33fb068f2b5c	edbddc1c-f633-e779-6146-7858e240e71c	Ijhaoep 51 47w3880b7f80625308604101lzu77902	2026-12-22 20:28:13+00
8f4b2ad1-2e21-3814-7e8a-c4a6158bc459	b57746ae-4ebe-89df-9a8c-4092740aafa6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Vhaksda 52 g7250125n575jl9x413f19c7b6682tg4	2026-12-22 04:06:25+00
49d3f9bc-443f-2213-0610-f9f218455519	8d248aa0-288c-eabf-7c9f-8160e969eb8c	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Nqbxgzr 53 zhj7f4g9854273bge1e2v15i931evs43	2026-12-22 01:31:53+00
1f032301-cbb1-4944-a64c-7df57555ba85	59d8eba6-11ee-3146-7c96-ee24791209f1	740220fa-0cf6-7e87-6106-9cc72eebf871	Fypicsm 54 3864e540wcvn9tdlw93704cr60igvxvr	2026-12-22 01:11:41+00
eea48def-6913-e3a8-e803-b2803001ab9f	5d89314d-f125-5136-057e-a4c95ea508b6	df962ec3-2221-3c4f-34a3-791ce6834f15	Hhjnnik 55 15lwgbr9392n9q521qcg54musk0m6oil	2026-12-22 20:24:30+00
36ccd1ea-8da6-dcf2-bbb9-8b97df8cca0e	fc11c165-dc22-49e6-f1bc-8285a090effc	e48a5db1-6790-b545-5699-2a3a495b967a	Uhwppcc 56 xd88135t72l68qx4r46gblk3xh07s41q	2026-12-22 11:06:25+00
1313e1de-c6ae-d12e-6609-87b0a9b7ab84	4b634233-1fac-c35e-83f4-fbb959baefa9	08be0292-ba51-316b-8a70-0b19060b4cdd	Gjwygqf 57 p2kx7t502c68ty0i929v5058nd8r4c8w	2026-12-22 00:46:42+00
8ba876a4-bc0a-a04c-1315-a637a74f7ccb	a2dc4022-2327-6587-60fd-ff7553affbc8	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Otvbrtf 58 25c21uoz1y66eb7vzw65708655k64c18	2026-12-22 02:01:36+00
8aded97b-5670-a297-1ea4-66850a6a843e	72c50b4a-b3b3-c7ad-861f-9602c9693982	09b4e382-be0e-7f82-621c-eecffbd119ba	Dwdmbgd 59 27526634uc0t58ku31n18d08n1mbb17v	2026-12-22 10:40:46+00
c7022870-03e0-ede7-5d0f-998dafc4d5ee	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	Hglwfsz 60 847573k087d9278v3v1817nlg8d51340	2026-12-22 14:14:43+00
f31b6d32-3649-449e-f167-3a9cddf610cc	b6b4706e-913f-1592-6646-318c416ef2bd	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Crwgapg 61 25eicwja04q90pp7502xnn86uh88m910	2026-12-22 06:19:41+00
55352f84-d86d-61b5-2766-c2b633e9f4c0	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Xqbdfmn 62 5og2449sov508b35k8et2j10c79to12m	2026-12-22 09:26:38+00
5c82d45b-ac16-23d7-f189-159b0931f2fc	c532da38-62b2-6fbd-8e89-a060f9257caa	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Ptbjkuy 63 j2p5ct2yn1625k53p78a93250238d1aq	2026-12-22 16:37:15+00
68be83ce-9217-2747-a5f3-68461c100fa1	5d48c4ad-3799-47b5-7393-6effa020f5bd	6496f9df-02de-89be-2a2a-16742b825527	Mjmslrz 64 28ub7012gm29do708ly605d87rd855l0	2026-12-22 11:03:01+00
bc45f5f5-eca0-7624-4afe-36bba70671c5	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	4b28c9a8-e273-763a-7136-26c33c282f35	Ehofojm 65 272d8cg1021897s9s47x2myd1d9rt7dm	2026-12-22 10:05:24+00
245a7553-a172-82eb-50d3-339e09e794bb	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Rifzuee 66 xu2n128dtzp9m112be842wd32h9441u4	2026-12-22 13:12:52+00
37b7b3ab-7420-d047-aceb-03687f8e8dfd	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	71842a9e-e95a-4511-c69c-3c9bd36a603b	Vqylkys 67 263691rj2h5xo3421v8ii1uth8w9o78d	2026-12-22 11:36:33+00
4197d9a4-ef7a-ba84-128b-143c9a9366c3	35356bcb-85de-961a-7b8e-cf87265d2fdd	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Oidgicf 68 95vj3053380r94u047i062k815d07518	2026-12-22 04:12:44+00
e775af55-603f-b19f-8995-53105fe7de9e	473737e4-13a6-9ce7-5f68-8c67cb6008bc	4c530db5-9dd2-3cf7-fafe-a78696c73220	Grlpfpp 69 6vt974j5k1u02h36109ixj2y389850ay	2026-12-22 23:49:02+00
8c164d7f-d631-62f1-be41-2ac98e719db3	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	Jdqrcrc 70 wnk42bb1e03bee3ybmy6qb61h4v782uh	2026-12-22 15:31:34+00
4dd0484f-3415-31cb-0e6d-c1846716e52e	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	58b397e9-2a58-a632-a418-c26109e93a36	Qtdgnkj 71 814et9c5o7q37l661f99o23xfims341o	2026-12-22 15:44:40+00
bbc14af5-5e3d-6e72-baae-565c5655dd24	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	96437dd6-6082-eed3-f06c-27d358639f2a	Zhpuuhc 72 y94r12834l9m01766yz0m46jy11516l2	2026-12-22 00:42:08+00
0c9b86ca-6eb0-becc-b73d-737fd05278da	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	43b83acf-7433-9f63-c99d-43421eb9a3d0	Ulpqiyc 73 ew3q3ety3sg5j2g4hwg6uc9j24d7np15	2026-12-22 03:37:25+00
844e6a45-ad27-11d6-3f07-ac577503cfc9	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	b748731c-7585-cd6a-8b67-49fbcf260f60	Mrmccge 74 73x83741fpn10rl3guk13696ok88e080	2026-12-22 22:41:27+00
6ac8dcf7-0c26-c624-68c1-2b01f7e18d8b	bda20723-512d-f670-26c0-a7e37a221de2	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Ammvzbf 75 1n64bt65e2b3960cnlw18i0926c6928q	2026-12-22 14:42:20+00
3188acd4-e442-9fe5-597c-8225f21b513e	32b0d497-bc16-ee32-1b2c-2323f2015ffa	946652a3-6954-2404-f4db-631c21cbe972	Wruzztf 76 243847645y87be908971n6yk4h82p2e0	2026-12-22 14:29:41+00
10bad77e-0452-0383-ba82-7b1fc5689159	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	40a2432d-15f4-cd4c-23de-ee789ebeb918	Gazzvsy 77 772t6ix129ifix9k77n19c647f2514zp	2026-12-22 04:55:19+00
7076a411-1b33-980e-682a-a44215e5bfc0	d9e2e34b-17bf-3670-afba-bf056e020b9a	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Mwybvyx 78 3jgu03988768754972u45309460e5594	2026-12-22 22:06:59+00
05eb791a-3e6d-a191-d53e-301ec00585f9	8d71803a-87c4-86b0-95cf-57c835e7afa0	736d975d-b281-2d7b-d002-79b042f71679	Uajlwpy 79 2f533w4mg10m597f8b6k5c35u158138n	2026-12-22 09:18:00+00
117433a4-432d-0474-f57e-c283f8308f00	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Zqegppz 80 atb430s49131mub5j18n3oc54no414b5	2026-12-22 10:50:20+00
afcd7167-8710-dd9f-7d78-771556667927	8ef38686-1111-8925-0558-b23188071cae	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Ivdlgti 81 x51577up80sb6s311146242046e93l93	2026-12-22 11:29:15+00
97fa6f43-8629-8c42-874b-8ee14add186b	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	6850e2b1-900c-834e-a7a1-617764f224d4	Vipdxqd 82 7257y87vubriw9oo4c71239ak6208560	2026-12-22 01:56:38+00
8e3b71e2-6444-1e69-61ea-b2dcf0c0dd57	559d15d4-99f3-7655-65ad-c010f257eec0	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Ordnzqd 83 9bh0552395gkz615x47v83y708dr3u6j	2026-12-22 02:33:28+00
57a1bcf6-82be-265d-b69e-5d6f5cc54e08	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Oxykrjz 84 899tu16z60se53aw06h2z3y36dd980d7	2026-12-22 10:30:37+00
ff8574da-b0bb-db4c-eb2e-ba759cc438d3	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	48920668-c93b-b3cb-0d22-e15fff2a765d	Utjcjln 85 25c35m52w3ee1c9kq9l1t2r18280f517	2026-12-22 04:52:12+00
828d22a0-482f-adb1-a3ba-e88f9dca4ba7	28e82474-b1d4-fff6-b9ae-2d709b1cab60	5131069a-fa40-008e-f9af-1c94441aed04	Rswbgda 86 19us5750u97403930564r4702ra855c3	2026-12-22 22:59:24+00
930798b7-bcdc-d267-90b0-1ca28e266cdc	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	128c24c5-c02d-0eca-734d-68d809c4b324	Tjntdbl 87 k14jv6m176s177j2d84vex85q65t558f	2026-12-22 07:31:45+00
989916eb-46cd-01b2-33a0-675f7269f8fc	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Naelsau 88 470xvswy17833e6701k501o60ce34s76	2026-12-22 16:56:20+00
40723271-b98f-b102-8b00-9ac24d85ccdb	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Dnmjqky 89 3ag5344085q9484x0a37s2d1ohg0050c	2026-12-22 18:13:20+00
146c4015-5f33-6ecc-c982-06bb6ce5edca	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	Rvsmpxb 90 q13zz21x457a93as66s2f25f191e10ij	2026-12-22 23:37:08+00
d4e8fb2b-251b-1723-873d-c7c1ee97b20d	0c924c77-599b-4f67-7aa7-37b264a9b95b	edbddc1c-f633-e779-6146-7858e240e71c	Uwaztqz 91 520p5p44051xb506bn69k1e140190x78	2026-12-22 20:31:40+00
e6e4aed8-e3eb-78d8-f496-7f9c4bc04cff	ae7d6091-d8d0-6e70-3722-deeecceb028b	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Wmhfhda 92 61dn8h8w7h52w30y8685t4dd9981up64	2026-12-22 20:35:49+00
540c6e1d-7bf9-e0de-a22a-e277802721ca	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Hyibqzb 93 70r9bnlxp78d0676b4iq55329663x89u	2026-12-22 05:45:22+00
a5261065-f3a8-be01-739a-5f786aa58402	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	740220fa-0cf6-7e87-6106-9cc72eebf871	Yhqzqgx 94 18ppv6kn5f905p774uc6n1366j33wo07	2026-12-22 12:25:27+00
724c3d6d-ab47-43e9-4bc7-29827b3ecd54	276e4f9a-ff4e-52f4-d686-21887e6403cd	df962ec3-2221-3c4f-34a3-791ce6834f15	Blckexu 95 yrok52496fn68995473ry48749a866u2	2026-12-22 17:00:35+00
5bc7a723-70b9-e69c-e816-8935861bccda	0bc3e699-5063-e712-dd90-65830220dcef	e48a5db1-6790-b545-5699-2a3a495b967a	Ccidcvs 96 jv3ze64c8ccj771s8w6n939756p01708	2026-12-22 02:48:25+00
fdd2e4a3-5277-fedd-afaa-b8badc214374	9b7edb26-806c-e0e7-90bd-389ff63f4678	08be0292-ba51-316b-8a70-0b19060b4cdd	Asxbrgi 97 2h0crx99653sd95p0oy4744vv7572472	2026-12-22 15:11:38+00
38b62e83-4536-4517-81c1-151a278920b6	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Lvlrefn 98 23mt2wh77k263f8qlq92b0a43n58388m	2026-12-22 19:25:32+00
664f640e-de93-b1ff-f7b9-f2a13d966542	eb4802a1-90e5-ed26-6d4c-84752af7c14b	09b4e382-be0e-7f82-621c-eecffbd119ba	Gfxztys 99 m7d49370t25j0s36yiln98k1n6y1s155	2026-12-22 11:42:59+00
cee7e6ed-5896-a748-3d61-79e66537f298	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	Gesiuzw 102 95ou6j24t6bc24f9k848165809w1b394	2026-12-22 06:36:30+00
7ba65ea5-46b0-5013-059e-9d2800c68fea	e481abb3-cedb-8264-a1ee-2b11e03a9557	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Wgvwoij 109 1o3m3u3f10o4v2h9390s61q057461bx1	2026-12-22 02:28:27+00
665feaf8-6668-faf9-c6db-96d75b9ada66	54617197-6dc5-8db7-231d-e8a8a6a3edbc	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Xkwylhu 103 015sb41879e0f1w1114nb2915896dbc4	2026-12-22 01:29:50+00
65795abb-8728-02cb-3ddd-8821dbda2eb0	3925ed66-baad-68b8-54dc-158dd1903b96	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Ojumysx 104 766e13q82599yvy66gcm725x33m4784e	2026-12-22 07:21:32+00
6eeabd55-cc62-a6b4-48e3-1a7045159100	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	6496f9df-02de-89be-2a2a-16742b825527	Lmfbnui 105 53269urxk453tx5g281kk67x3702b885	2026-12-22 08:09:32+00
85ccbbf8-4479-f7a4-d922-2e6385429f20	0bd4f091-3bce-c38f-f0d0-487832c9cf04	4b28c9a8-e273-763a-7136-26c33c282f35	Pmdczso 108 2492vj517w5cx8uzl4485wt2e610l15q	2026-12-22 06:56:07+00
ed5e8e47-f0b9-6c68-8c29-e11678762161	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Weqqwqe 109 26677513189o3528gt8o2i6263147ou2	2026-12-22 07:19:57+00
5404bade-0b64-73fc-ab96-7c90ddc493f7	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	71842a9e-e95a-4511-c69c-3c9bd36a603b	Meoeadl 108 c78fa73m9jb979x5o444j5cd36k87893	2026-12-22 13:47:32+00
fd5c2899-d923-e29c-211b-057aecf105cf	788b1190-726e-485a-40f5-e0ef9d7cc7a2	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Wqhaasg 107 7627046937h4923trn5c0r9819kho239	2026-12-22 17:19:37+00
4952b898-4f9d-77ce-cfbf-0153443a7043	8225655d-8d39-b1c3-c6eb-52a146e9fde0	4c530db5-9dd2-3cf7-fafe-a78696c73220	Zojgvcv 102 49456457rw27039s4ch2gp59d816y33r	2026-12-22 14:12:11+00
4a0408f1-8eb7-c46f-3cb4-5c71f3b5ab6f	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	Dkxzhzq 114 2m6xqd6e926j7199939704ik81j072k9	2026-12-22 16:14:34+00
8cd3af5d-be75-060f-b931-ed1c6a8e57ed	70d7dace-3770-e07f-3c7f-9554fc853b09	58b397e9-2a58-a632-a418-c26109e93a36	Eaoyqgn 113 72w763463xp427405m576g55yd718306	2026-12-22 02:26:34+00
ce1ace9f-c353-f89f-96cd-685888c30d66	7b56df74-41df-baec-6fa3-9bbd36353b33	96437dd6-6082-eed3-f06c-27d358639f2a	Otqyphd 115 foi7208wd4f87p1bj265n7625yd986xz	2026-12-22 22:28:34+00
95eea8b6-5998-83c9-b721-da26444a3efb	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	43b83acf-7433-9f63-c99d-43421eb9a3d0	Oqagiha 112 0q229klyk2n50u36kpt922kk73t47nzn	2026-12-22 02:08:17+00
5cf7e37c-09d2-379f-4d57-ded976eb58e4	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	b748731c-7585-cd6a-8b67-49fbcf260f60	Cylqixt 116 9675b5j76qi5725t81z6s66wj1826888	2026-12-22 21:53:57+00
2ae258a8-a351-76a0-f6d9-d27d0aa4ebdb	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Wbrqehm 115 434u063y52jf7rtv6zp086e7g90qw9ja	2026-12-22 15:35:55+00
bcdfbfc0-e332-ef4d-319b-25782fefd7db	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	946652a3-6954-2404-f4db-631c21cbe972	Idfubxa 118 p13433z83k66ixpi4365503n12xj5u25	2026-12-22 08:04:25+00
7854ae13-dd93-d067-0b8f-4cf767acaf2c	6120b62f-a593-865a-5df5-566fede621cf	40a2432d-15f4-cd4c-23de-ee789ebeb918	Gjavxha 110 y3q4lak864vx0oa21r36o32044130421	2026-12-22 09:25:07+00
fa2610bf-7d51-b1ec-bffe-b881be0e5ec0	33bab7ed-f695-c6d0-abdb-193c77f7933f	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Jwsirpm 113 2u04435800plk05899bb85hdm6836860	2026-12-22 22:17:22+00
7dfe8210-424f-6aee-ce12-ebb993da97c4	e4df34e7-294c-524c-4522-f1c5b7770114	736d975d-b281-2d7b-d002-79b042f71679	Lazdcul 114 3010386875gd8c88p8h8e1a9a17184x0	2026-12-22 13:25:49+00
9a278745-902e-f8d4-4d38-d60ad09a13a1	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Kaavyqy 120 yhw6zu6xdx44400eggh7w498v3dwx54m	2026-12-22 09:02:33+00
72c5b4b4-9d25-81bf-d2bf-264f0b28eb53	afd2a7f3-a6d1-5b09-bd33-ad5706610319	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Mdrtoud 123 189989u24o1n7p4i908l71j32ty33g4v	2026-12-22 00:59:52+00
8df2d350-9cea-da9f-3f93-91602b5ed8da	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	6850e2b1-900c-834e-a7a1-617764f224d4	Vfbfxpk 122 0107yl0tg5jr1g7c1528n1w39k32p9i4	2026-12-22 15:09:07+00
81a9a8f6-2c4d-d777-f381-f84abb5701c0	ec09cfa6-2497-3fba-7b15-e10cf77b6488	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Vvfxrya 125 1692lqkrx3h01z7bo8oqiu2nqrnyt5a5	2026-12-22 05:57:52+00
fcbf9202-9517-d2a6-ea30-62576855b434	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Czdnxzb 126 g03757200tnm5l25xz386x89x2qz381s	2026-12-22 09:18:37+00
60fa69fe-f41f-5a80-1337-7ee864e390ce	2636c9ce-03c7-52e1-8b42-d80318ae37f4	48920668-c93b-b3cb-0d22-e15fff2a765d	Pvvgkpz 121 82832w0883763phw4lzw03c4ef57i709	2026-12-22 02:16:16+00
313b5ecb-21b0-8290-ea09-540931a1d1aa	77aa20ae-574c-1bf0-337d-379893792e37	5131069a-fa40-008e-f9af-1c94441aed04	Pvmxgwq 126 87jw3p4dvafl3eqgu5156q8jl82n03i5	2026-12-22 19:00:57+00
2d98270d-f42d-3bdc-e4ce-daef05ca1b0b	2bdd62ab-0673-db9f-e873-46752dc67789	128c24c5-c02d-0eca-734d-68d809c4b324	Khtjsmo 128 hr8m94mto6gkuv722cwti143gm4t78kx	2026-12-22 00:02:17+00
888a8f7f-400d-6443-2449-ab97939ad8f7	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Obrhhxq 127 b7l437307877myab511232ny409y6241	2026-12-22 16:40:55+00
0ad5cd11-a93d-1a0c-aa1c-b46aedd57baa	3ec3b1be-0f3f-3721-9291-c0037d6296c1	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Wvmdwrk 127 83563b1670irx4cr4k31qwx4294l7iy0	2026-12-22 23:27:50+00
525b5170-919b-756c-b19c-9c3773aa6ba1	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	Ntfiyne 132 1e12h65b66872u5dd3gcxld78m71364g	2026-12-22 23:15:52+00
05c52492-6051-d3db-4748-47779f93b480	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	edbddc1c-f633-e779-6146-7858e240e71c	Rdkvlal 131 fa6439x4lxqi84u036c89676pat7037g	2026-12-22 15:05:50+00
7aff39de-4517-4e94-48f0-2a04eb2215f1	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Vrfxydt 137 g237004n5l2c281x13n3bb5404e5m10l	2026-12-22 12:09:23+00
026de669-dc36-6e39-d71a-39986a23cf28	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Zchhqks 137 409tq3001vr4903bk4v1853c6ul57022	2026-12-22 12:44:07+00
68b82ee0-1f49-06ac-433a-bdacd035b46a	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	740220fa-0cf6-7e87-6106-9cc72eebf871	Wslqqcl 135 26b00s2734wc8j685581uk69kc17s239	2026-12-22 19:31:47+00
10ddf897-6ceb-e13d-ad43-bd198fb76d99	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	df962ec3-2221-3c4f-34a3-791ce6834f15	Lmmjjfj 135 9x336pc38f0rjik993781oq4tyv19958	2026-12-22 23:13:26+00
959f89cc-d8dd-e851-ff82-fe5f4bce9000	39ed6ec9-1292-0ba5-8abf-7369f599444c	e48a5db1-6790-b545-5699-2a3a495b967a	Dtirctm 136 1in2356683161x9876e2w259p3e41975	2026-12-22 06:50:56+00
9e7ed340-b65e-2043-49de-9f13e4f977a9	6486caaa-1041-59d5-d295-c010410c7173	08be0292-ba51-316b-8a70-0b19060b4cdd	Rhyhfln 138 5d9x8142f59l2oxbtx225isq40h1p093	2026-12-22 05:42:43+00
cc871d3b-4eef-60dc-6d8a-f5f4cf74e57b	62b998e3-931a-0622-0502-0b353fff9b2b	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Gzcyaym 139 34089qs694is94461264zg4425wph680	2026-12-22 15:54:11+00
e7227bfb-5ab3-ff48-fa3d-104fe75230bb	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	09b4e382-be0e-7f82-621c-eecffbd119ba	Sfjiqre 132 545hh936uh8fcz23t4bg127516099k3i	2026-12-22 04:29:48+00
b6dbc46e-a24d-e878-3480-167cf646ebd8	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	Uhyohze 146 4n2kw4q65r773x659cp886uq62948812	2026-12-22 03:11:58+00
3dbe1183-4608-dac0-f2ba-4ec468384ed2	81f94216-7379-c2ac-37ac-6e5624fb3230	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Oihkges 147 8y7z0z37787tf931d87k484p689282lb	2026-12-22 22:06:02+00
608e908f-ffe1-4b06-4d65-c9cff4b58caf	38afd908-77a1-eec0-205a-d730146ea3b6	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Yosnabn 144 stz00p6738678063tor2397f7o5k37f0	2026-12-22 13:41:51+00
d4ee2cbe-dd95-c9fa-bf86-fc3d2d3b4ddf	0a483188-e482-0eb7-2bf2-57938633fa71	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Mrdawaf 144 s677879ge2214a015955383090u96324	2026-12-22 10:36:55+00
998f2856-8e9b-8cc1-1921-a293d93451d5	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	6496f9df-02de-89be-2a2a-16742b825527	Fckotyk 144 4s8487193832j68xu8h1137d4864h517	2026-12-22 17:29:25+00
1d51a709-493e-f23e-6887-dae42dead25b	c8c1cf31-01a2-82d0-8da8-65fd85969b08	4b28c9a8-e273-763a-7136-26c33c282f35	Pxdblfw 141 b98x115p51lz6l2g4f63294116138h9o	2026-12-22 02:51:46+00
eb5a1667-dadc-1bd3-07aa-eabf14fbe55f	12359be9-f1f4-78d5-f09c-797a545f454d	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Zuaonzh 145 17o0i376k1z89m75348574v2077wz56g	2026-12-22 21:29:33+00
4ed40cb1-90a7-ce4f-6695-d8fd338904ac	0bb39751-59d9-9b68-b061-85d2a8cb56d2	71842a9e-e95a-4511-c69c-3c9bd36a603b	Aefsysr 148 1v8308uwpmbo1938ll00964y0n939g67	2026-12-22 12:35:43+00
615ac132-3693-6802-837f-ed418632a838	506c7ebc-34c1-e44a-344b-cfd439729d43	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Wwobcvk 147 1361525u55ri6r2777kdr4xv754vn276	2026-12-22 20:04:57+00
d393eb9a-b78a-d74f-7bef-7bfd0d1714b8	1a024293-1c69-80c9-bdf7-4b887fd24def	4c530db5-9dd2-3cf7-fafe-a78696c73220	Komtivc 140 9668ibwh105flz935hi50v179cy5z53w	2026-12-22 20:21:51+00
1261058c-58b7-82a1-670e-e2300a3bc265	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	Xkqwggu 152 8p842538h0o52ac2170k50096bn1o828	2026-12-22 23:55:13+00
865aa528-5ef1-453f-843f-b448d198f0cc	44527bad-16e6-3795-3003-33fb068f2b5c	58b397e9-2a58-a632-a418-c26109e93a36	Cddndbl 153 7l7zmg9f8846hn2wok9b1dwe65yyd76r	2026-12-22 11:25:16+00
089b6d82-ded5-0ce3-e098-a23308a39288	b57746ae-4ebe-89df-9a8c-4092740aafa6	96437dd6-6082-eed3-f06c-27d358639f2a	Lbsbghh 152 1r2ej66624024epqq27y20irxs006x42	2026-12-22 06:08:45+00
c0fce451-1c88-b823-cf80-6185ffbd3030	8d248aa0-288c-eabf-7c9f-8160e969eb8c	43b83acf-7433-9f63-c99d-43421eb9a3d0	Ksremgi 157 v154ab3s025j542h4t1gjss52938k968	2026-12-22 05:58:17+00
27f9f766-fc8d-8938-a8bf-9599bb7fe574	59d8eba6-11ee-3146-7c96-ee24791209f1	b748731c-7585-cd6a-8b67-49fbcf260f60	Pzzitas 151 5l539qfr10m69d2f23a78v49n00e1550	2026-12-22 00:27:35+00
5a9554a0-5bb0-79ab-3a5a-4e80b67ce417	5d89314d-f125-5136-057e-a4c95ea508b6	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Kwvpwoq 157 4917r2j00zzr77lsngv48ih526k85vcz	2026-12-22 08:38:05+00
444e803a-90b5-cc86-ab36-414d69510ec6	fc11c165-dc22-49e6-f1bc-8285a090effc	946652a3-6954-2404-f4db-631c21cbe972	Lgtghnw 151 31978l87b1v39y9f07466136bh95d23b	2026-12-22 14:36:22+00
c9b7fa7a-9d48-81ff-edf2-7482f1c52a8d	4b634233-1fac-c35e-83f4-fbb959baefa9	40a2432d-15f4-cd4c-23de-ee789ebeb918	Xveollh 153 rr1715ovx20pqv60pwym2lm6k1l1336x	2026-12-22 21:45:26+00
da1a4a8f-e2d3-d0b5-21ea-55683374a5c0	a2dc4022-2327-6587-60fd-ff7553affbc8	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Cycuxyt 155 2w20p403d98svfauhem3z2so51j830m5	2026-12-22 03:59:32+00
4393d21e-b4e6-d401-943d-fa3928d600b6	72c50b4a-b3b3-c7ad-861f-9602c9693982	736d975d-b281-2d7b-d002-79b042f71679	Zqqlatu 150 s89dw5ge7b28h4x0a1uc231310u6u920	2026-12-22 14:06:48+00
4cec1986-9d7b-7666-0801-0b9355fc6778	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Xekwikr 163 21595d0069uk12376o7aww23s978c14j	2026-12-22 02:15:51+00
6a345e7e-3fd7-88a5-3107-60003035784c	b6b4706e-913f-1592-6646-318c416ef2bd	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Sptcbyk 167 9ads5u64fezi042pt7069h2605q1680n	2026-12-22 15:32:32+00
c1e6f99c-f9ff-bb39-ca46-4f3b8ca997ee	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	6850e2b1-900c-834e-a7a1-617764f224d4	Rkbsctl 161 42552837gr22312ak1r2jrdim8u3wn7e	2026-12-22 22:36:14+00
b5ace878-261e-be2e-fe8c-381d12f2f696	c532da38-62b2-6fbd-8e89-a060f9257caa	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Oseudby 168 ln700fz060419hw3d8vm87e2319l8n57	2026-12-22 14:29:03+00
0d97d9c6-0dbd-b4d0-b4f5-a92275083f8d	5d48c4ad-3799-47b5-7393-6effa020f5bd	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Xtobeis 169 yakbi1d481v123qt1vm94ze4w03vu1x4	2026-12-22 15:23:26+00
1af56985-d19b-4586-c7ef-ad3e38858933	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	48920668-c93b-b3cb-0d22-e15fff2a765d	Qrozkzv 163 062l92604740ss400004298s769vn825	2026-12-22 05:18:05+00
bf308591-c334-419e-ec91-d584db8ab88e	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	5131069a-fa40-008e-f9af-1c94441aed04	Jrplgyo 161 s4t793161d8tt6y3ttpe00n2z9x5078x	2026-12-22 04:06:51+00
8ad50680-9f01-4f72-3d14-5f1cfa6f09f7	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	128c24c5-c02d-0eca-734d-68d809c4b324	Wofqegu 165 rs8ikt111132wu5041176t76t7ri95wx	2026-12-22 19:44:06+00
bce7d704-96a5-d694-6a66-20b89b040d20	35356bcb-85de-961a-7b8e-cf87265d2fdd	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Paqygvk 160 05by905698067v6c13897x230w31oljd	2026-12-22 19:45:10+00
b579878d-a451-d122-b258-0bd9a07761a7	473737e4-13a6-9ce7-5f68-8c67cb6008bc	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Gxefhzc 167 fb0s952b448a0bb206wlcw4ejhx66s8u	2026-12-22 03:53:48+00
90ee732b-2223-5293-79bc-6eac18548c78	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	Cxaoxsi 175 a9s280c204b35j00683k7j254a06k434	2026-12-22 15:08:53+00
db40de2e-f6e9-87ab-beea-3d9d24f0f941	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	edbddc1c-f633-e779-6146-7858e240e71c	Nhjprsh 175 399y1t1276x4q28vw85x701ql7t4399e	2026-12-22 21:11:48+00
b739a925-9d38-829d-cb9e-422880a8bc51	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Vvndugy 176 6i0bygwh561aoef8z7y022em256xe06v	2026-12-22 05:20:19+00
4c1aa935-9dde-773b-1bbe-46d825a3279f	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Llvcvnx 172 00014014nvu46uazt89in2o9311u901y	2026-12-22 02:16:36+00
ef297911-01b1-f5c9-efe9-7b4d3e6f30e4	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	740220fa-0cf6-7e87-6106-9cc72eebf871	Vxeocvg 171 8ia58e5a676826wb3f21k3m6ig2h6e92	2026-12-22 22:19:58+00
a9b0e854-b178-3434-6a0e-96341b786f8f	bda20723-512d-f670-26c0-a7e37a221de2	df962ec3-2221-3c4f-34a3-791ce6834f15	Hwivkhe 170 648e87kncs731o5503k7v7x8032n8037	2026-12-22 11:18:56+00
ee083ebe-599e-426b-533e-47c4cd8c0c0f	32b0d497-bc16-ee32-1b2c-2323f2015ffa	e48a5db1-6790-b545-5699-2a3a495b967a	Ctnipiu 176 xlgg7un82x6g43092cuk6xw5nd05g4ok	2026-12-22 05:51:36+00
4e36c9f9-76b8-3430-19b5-b73e4bee28d3	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	08be0292-ba51-316b-8a70-0b19060b4cdd	Ruvxeji 177 285l19jpx20o0p39442470253jl6505n	2026-12-22 14:36:56+00
82c3f670-35a8-2697-3bf5-fee165384c41	d9e2e34b-17bf-3670-afba-bf056e020b9a	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Dbahary 176 72t3rv2689n7v3td6s8p34080836i391	2026-12-22 07:06:45+00
aed440d4-cd85-c7ae-771e-dfb04d083ace	8d71803a-87c4-86b0-95cf-57c835e7afa0	09b4e382-be0e-7f82-621c-eecffbd119ba	Elyyyqi 174 8j65az9vm6nli72yz09o128760jazr73	2026-12-22 17:48:22+00
324396f3-7b50-5a9d-2647-3ca707f7d656	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	Djzckcy 186 di1l00i8240r907hw89a050286d447s0	2026-12-22 08:54:18+00
cdcfe141-e893-1d23-0b72-b6e803890eb2	8ef38686-1111-8925-0558-b23188071cae	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Mieuaxz 183 5416659v158jo896k7p311p5dj7585an	2026-12-22 08:21:52+00
72a37ddc-8cb4-78b3-a6e6-33c1d5bb254e	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Kxkwnnk 187 0wif019ru378m108f2k88af9j1nsj354	2026-12-22 14:02:23+00
c4d1fa91-a16e-b47f-fc3b-eef0de0e1d96	559d15d4-99f3-7655-65ad-c010f257eec0	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Jcuglud 185 8v658rr57807v87684d51716kj7hgna3	2026-12-22 14:54:53+00
8f93ee35-59a1-822b-2c34-6cb71a141359	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	6496f9df-02de-89be-2a2a-16742b825527	Kslgelz 182 1o03gzrnnom4f3t26m9702v402945q97	2026-12-22 07:05:17+00
71b75542-18c5-4ab3-4474-337e87d25682	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	4b28c9a8-e273-763a-7136-26c33c282f35	Pjegyof 184 y77z0t7smon72b9727s295nmyi96kgrp	2026-12-22 19:05:27+00
7f1b8f4e-ed57-ce73-c570-19d38efbd63e	28e82474-b1d4-fff6-b9ae-2d709b1cab60	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Jeatpbu 189 h6uf7nnnvw75zupf9e91500ar55s9jb4	2026-12-22 12:44:32+00
383518b7-d48f-5130-2a28-508ddee95269	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	71842a9e-e95a-4511-c69c-3c9bd36a603b	Nsexzyo 185 8108q3ab840j33ysb66s7449wgx557j6	2026-12-22 15:22:42+00
aa1170b9-0d47-8e24-caf3-1888dfa4ff88	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Qvbqyci 188 425srz57i13c4jsq5m5ql3451uo639ns	2026-12-22 06:37:30+00
c1d9c3c5-5ee5-9164-4623-bd57985b939d	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	4c530db5-9dd2-3cf7-fafe-a78696c73220	Wtwwkbx 181 30y4i003v3u3l492a02k19425k9u7xec	2026-12-22 11:47:34+00
56af1403-88ac-6a14-7384-3db05370fdd8	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	Souvoyv 195 395ohc9g6e5512g7036yz7dip8v61ws7	2026-12-22 10:18:20+00
c29da6a7-39a4-489d-1e60-b9d8dc99e3e9	0c924c77-599b-4f67-7aa7-37b264a9b95b	58b397e9-2a58-a632-a418-c26109e93a36	Iidyaap 197 5mut59t5vh4v0n6k9j5934y3u10k9cmn	2026-12-22 09:32:39+00
63120817-38a9-64c2-627b-1b8b7d9d610c	ae7d6091-d8d0-6e70-3722-deeecceb028b	96437dd6-6082-eed3-f06c-27d358639f2a	Txjagqs 193 69m3217292695j001gt9hy654t140h54	2026-12-22 15:26:40+00
6043f282-e3d6-6296-407b-3079980b6e5c	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	43b83acf-7433-9f63-c99d-43421eb9a3d0	Cqgjxgc 196 9wyb0mqo324aa87yv75bn83e36a4u5rf	2026-12-22 01:08:36+00
c37eed2b-f35c-fb63-4113-a037088614a5	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	b748731c-7585-cd6a-8b67-49fbcf260f60	Wvzffta 199 xu2vylc5500m6if0f29o84521ks4al16	2026-12-22 03:58:34+00
95414a52-ae44-8bbd-ceb3-193f4d617a83	276e4f9a-ff4e-52f4-d686-21887e6403cd	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Kbmqayi 190 pg6650865s60963b07w631yxc644m0d0	2026-12-22 23:48:50+00
fffe718c-ef83-ee07-3dfb-7390144be654	0bc3e699-5063-e712-dd90-65830220dcef	946652a3-6954-2404-f4db-631c21cbe972	Jtdudmx 195 b39v44zx6n95069586964k616ja23251	2026-12-22 00:24:24+00
e7cf989b-a910-c626-7494-9bcff275f150	9b7edb26-806c-e0e7-90bd-389ff63f4678	40a2432d-15f4-cd4c-23de-ee789ebeb918	Mzmthlz 190 ye9co220i27477cmt641t9w79dw8x354	2026-12-22 01:31:30+00
bf40a3be-20fa-e829-effc-f610922208f6	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Cuickrh 192 02fs4327140mvw69713ko78ud6bimu94	2026-12-22 11:11:37+00
5652010a-78a4-a1ac-d9e2-81a8bb4d86d0	eb4802a1-90e5-ed26-6d4c-84752af7c14b	736d975d-b281-2d7b-d002-79b042f71679	Srvwvad 196 r212275l690386w3g44i20733n3y5n45	2026-12-22 03:02:46+00
5b9d727c-a085-7bbd-bd4c-d5e405f57c64	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Llquivc 209 13e0l455q6b0e1r95x1x364e9g44cy57	2026-12-22 10:20:57+00
6d206d00-ac1e-924c-100e-0f2d4973e781	e481abb3-cedb-8264-a1ee-2b11e03a9557	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Gidaxgf 206 4lw1807f944mt4af0b06033988d53d93	2026-12-22 07:53:44+00
b4802f55-9ab2-2de5-52c5-2d8c89bec104	54617197-6dc5-8db7-231d-e8a8a6a3edbc	6850e2b1-900c-834e-a7a1-617764f224d4	Mvpqebz 207 8xm284w639fo300163826g20fjng0270	2026-12-22 18:44:35+00
bfa4bef4-0248-a2ef-d061-33d020b91744	3925ed66-baad-68b8-54dc-158dd1903b96	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Arddtme 208 308rp0i63i9ewiu8yzrnoe385i186489	2026-12-22 18:57:07+00
efe92a5c-c1ca-48cb-0df4-1d8675521bd1	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Scelnkv 205 i511h707v21087pvrx22e68poc4944w3	2026-12-22 23:39:23+00
8609ab93-9c5f-0565-f0ed-c54673e7be60	0bd4f091-3bce-c38f-f0d0-487832c9cf04	48920668-c93b-b3cb-0d22-e15fff2a765d	Gytgupf 201 l37m63jm13688a1027d7w85f0s352s3g	2026-12-22 18:22:47+00
cd746653-e440-558a-ea59-93444dad25f4	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	5131069a-fa40-008e-f9af-1c94441aed04	Kjlzuhu 205 2n574616378h1ob13if4c931605sini9	2026-12-22 16:04:17+00
39c7326d-9504-b489-37d7-451406503a6d	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	128c24c5-c02d-0eca-734d-68d809c4b324	Eohqwnf 208 73lhi9795352ozbg19932lk2zgt543n4	2026-12-22 02:56:20+00
a2920494-50ff-80a1-8466-0210b4e48dfa	788b1190-726e-485a-40f5-e0ef9d7cc7a2	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Ybyucri 206 39ow25xnu50546fc29l7qtn1fs6v65k2	2026-12-22 11:51:26+00
58399249-fbe5-b2a6-f68e-8bb183055cbd	8225655d-8d39-b1c3-c6eb-52a146e9fde0	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Herpqdo 205 4vx7je4460x5ey766m972zij23726jrt	2026-12-22 00:21:04+00
59fa6bf8-a3f8-1cb9-68f5-768a11d2d0d7	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	Lphpgkl 211 7694550yy17470772442079o059xl45i	2026-12-22 13:12:28+00
237c04be-91f7-e38c-6ebe-be7b11d7a297	70d7dace-3770-e07f-3c7f-9554fc853b09	edbddc1c-f633-e779-6146-7858e240e71c	Mgagqyt 216 926vh5403rz7iym5c97en77n3m27k2vz	2026-12-22 03:39:17+00
340200f6-6452-1776-8792-420d8b91bcc1	7b56df74-41df-baec-6fa3-9bbd36353b33	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Rvbssxi 216 30q4581og4bsu72528mao16my421l83p	2026-12-22 02:05:33+00
2ec42ca6-96f2-1fc8-7778-d80a81c33ea9	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Pjknbti 211 1d3b2b3809q369s1b294m97ia8508h18	2026-12-22 02:28:11+00
2b0fed4d-ef71-4c49-1387-e010fb9e80f5	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	740220fa-0cf6-7e87-6106-9cc72eebf871	Mbbheuu 211 63812wl175tg379v3052128889958i3f	2026-12-22 07:36:13+00
0d79cc30-cff9-67ac-1e8a-4c0f2481868c	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	df962ec3-2221-3c4f-34a3-791ce6834f15	Ifqmneg 218 7xp638739i46787402f2t1e6fjq89828	2026-12-22 12:40:50+00
735811c9-f6fa-9b33-946f-003744d6b4da	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	e48a5db1-6790-b545-5699-2a3a495b967a	Wbrwyij 218 f6345gdj915e499gqx937t31ub9359m9	2026-12-22 20:01:11+00
61ebaf7e-36eb-9ece-cd2e-44eb20969ac7	6120b62f-a593-865a-5df5-566fede621cf	08be0292-ba51-316b-8a70-0b19060b4cdd	Ffoermv 213 70r6k85jz0f60iw538fl8n3se1l95hyz	2026-12-22 08:54:38+00
3e0c2d73-3916-8c34-7658-7d61d883bcc8	33bab7ed-f695-c6d0-abdb-193c77f7933f	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Rplzpkl 215 ore4jt98220k60w921w39r2254y60vyn	2026-12-22 03:53:21+00
08e4b949-ea3c-e373-82b1-817ced92a24a	e4df34e7-294c-524c-4522-f1c5b7770114	09b4e382-be0e-7f82-621c-eecffbd119ba	Xycylgv 212 6oav6278l81uy682u8t68in41ok0of0m	2026-12-22 14:11:03+00
b4a0cb1f-55f9-5fad-bcb5-01ccb02f141b	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	Xzdzchs 228 cj0i0836ec9v3256049l024238630723	2026-12-22 07:05:55+00
cf14904f-14cd-d0d9-c9ee-7fc37d531a79	afd2a7f3-a6d1-5b09-bd33-ad5706610319	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Dmqvmow 222 esd43l546yl7318u3ikp252cm5zy62og	2026-12-22 15:48:11+00
3533feed-c217-1fcc-5929-94f243edf27f	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Lrqxkfu 220 81aek97n04gv87784360779ux51tzsfv	2026-12-22 00:26:29+00
565e8570-7807-f0c9-8db3-b2d5638587f3	ec09cfa6-2497-3fba-7b15-e10cf77b6488	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Ksguqrl 229 1h3dz60u8t6t4439m5qk865t6tnz8f31	2026-12-22 02:59:26+00
88c77f7f-532f-8ff9-c3ae-4d1e40c24ebf	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	6496f9df-02de-89be-2a2a-16742b825527	Ccaqhnb 221 9j2a6n033416j0ts01198d132mt6w59l	2026-12-22 07:31:51+00
38cf101a-3674-4968-aefa-b66e0ab42b8b	2636c9ce-03c7-52e1-8b42-d80318ae37f4	4b28c9a8-e273-763a-7136-26c33c282f35	Hftglkz 223 53jl637out99v6k1r7bc31f508785700	2026-12-22 13:24:59+00
4f25e377-5d6f-44fe-7d58-f15f97f82cda	77aa20ae-574c-1bf0-337d-379893792e37	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Ypgmelu 225 35482rg4o2778da61437tgdf56s8425y	2026-12-22 08:12:00+00
66b15dd9-5ec7-b9a5-a3e8-8362e16d51ea	2bdd62ab-0673-db9f-e873-46752dc67789	71842a9e-e95a-4511-c69c-3c9bd36a603b	Sqwpllm 225 i3184b451h52r0sh6708504v91x3f6x7	2026-12-22 08:11:19+00
57f49c2d-b97d-9c0b-ab83-1b818fa5af76	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Rquoavj 222 99o139c4323ai134pg3h918i7z6x0068	2026-12-22 16:19:51+00
f91a8b87-5e89-1456-0599-b678cd996068	3ec3b1be-0f3f-3721-9291-c0037d6296c1	4c530db5-9dd2-3cf7-fafe-a78696c73220	Duebidc 225 7k045oip6f5hh18989v22418ln14n0e7	2026-12-22 17:29:21+00
3cb03915-8f74-db0a-e3fe-97c80c0cc556	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	Kxbtqip 235 f00776bs33x23ku13t133w2qwy47p583	2026-12-22 09:02:00+00
9d550c6a-aca3-7676-da9f-67750ac535c8	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	58b397e9-2a58-a632-a418-c26109e93a36	Uautpmu 239 nm4s2r738ld99k3p42b1706r44m045f5	2026-12-22 19:23:32+00
1644e98a-bc90-58cc-8fab-940aedbfa604	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	96437dd6-6082-eed3-f06c-27d358639f2a	Mmxtzxo 231 30myj1xr4fy7u051278wh3fz36w9n701	2026-12-22 17:12:20+00
131aede6-c3b7-487f-788b-56e187c17666	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	43b83acf-7433-9f63-c99d-43421eb9a3d0	Qppjxmv 234 n8k98afj32ulzjnfg1318hl345f5k604	2026-12-22 07:47:34+00
f0f72eb3-78f2-03aa-9d8e-741625777dcf	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	b748731c-7585-cd6a-8b67-49fbcf260f60	Jpzeqwy 236 745134i34s46116ji77720937iup275f	2026-12-22 00:55:41+00
5417486d-ddda-c328-a05f-f4658ac8b2b7	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Ufoalgy 231 o3uxl2354k9717p3243epf6531271j7d	2026-12-22 16:38:28+00
dd2add7a-ca94-3a27-a1fd-9cf29e4fe67f	39ed6ec9-1292-0ba5-8abf-7369f599444c	946652a3-6954-2404-f4db-631c21cbe972	Zmpkcwg 233 393ni800438fn54d0brd48gx0h82v008	2026-12-22 09:52:10+00
2b7a59c6-bd06-bcfd-9404-81cb4445d6c6	6486caaa-1041-59d5-d295-c010410c7173	40a2432d-15f4-cd4c-23de-ee789ebeb918	Wcjaivu 231 96e0w78vwv2c07xl437uz10p87070232	2026-12-22 18:14:12+00
147759d7-35b4-0cde-9b89-6c94fbc0c77b	62b998e3-931a-0622-0502-0b353fff9b2b	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Mlzwqvm 234 7p6z4986i472fenw88fz0238q819mk35	2026-12-22 02:07:10+00
cf7cfa38-e64f-f988-7b89-ba3673739c57	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	736d975d-b281-2d7b-d002-79b042f71679	Szmcsjy 239 uv9k9218255ufi33631t99p4048a5czs	2026-12-22 18:33:32+00
2d15cfeb-db42-2265-945c-a7b89479a87d	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Bwnokgx 240 x7m011web54i6295128h4g0tt1r713x1	2026-12-22 05:30:54+00
8b885aad-317f-1dd6-8860-784064da5211	81f94216-7379-c2ac-37ac-6e5624fb3230	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Enluygz 248 47p416531g9nv4929us7mzz59n08188d	2026-12-22 03:28:54+00
f56b7d41-de5d-dbba-18b5-396d29296719	38afd908-77a1-eec0-205a-d730146ea3b6	6850e2b1-900c-834e-a7a1-617764f224d4	Xqzksbe 243 2094uo398e3p628q940026787b186034	2026-12-22 12:24:22+00
8a3dd1fd-ef72-e2f7-13cc-da5ed4a18225	0a483188-e482-0eb7-2bf2-57938633fa71	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Yznvvvd 242 1k90686onuq2jsvb7847260wi0u94359	2026-12-22 21:00:33+00
754f9d44-3350-12ad-2c09-9cdecefa7d38	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Hansbjb 248 x235hc291851u79588ee6g02o865c09q	2026-12-22 11:15:46+00
3bfa8b88-6d5e-79d7-c79f-0d218791aaef	c8c1cf31-01a2-82d0-8da8-65fd85969b08	48920668-c93b-b3cb-0d22-e15fff2a765d	Guppqqa 245 831ev74ni6i41hbxy2hgl73gc09697a9	2026-12-22 15:47:54+00
644e1764-eea2-e33c-718d-476f2f7730aa	12359be9-f1f4-78d5-f09c-797a545f454d	5131069a-fa40-008e-f9af-1c94441aed04	Mcaekcs 241 rb3dp2q3l7590294pec09pth77g9540x	2026-12-22 08:42:25+00
727efc16-2fbe-4bbf-971b-56a3f4183162	0bb39751-59d9-9b68-b061-85d2a8cb56d2	128c24c5-c02d-0eca-734d-68d809c4b324	Srylsfw 245 2r99c011e48r8585q41rm7s1j8b8813k	2026-12-22 10:15:47+00
616adabf-2c3e-91b0-9086-15f9141903b5	506c7ebc-34c1-e44a-344b-cfd439729d43	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Ucdkseu 246 9505k271p1009d9n242y16279y5hxj5p	2026-12-22 19:50:14+00
3504faff-7341-f025-a68c-749ec7fab392	1a024293-1c69-80c9-bdf7-4b887fd24def	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Jgadmfb 241 4a45070637m04193s581s1v448oyj8e6	2026-12-22 20:38:37+00
9c71f558-e3b0-9af8-e7cf-1ab43f051e8b	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	Tajdbmi 257 14mc1005ad1756nf4578b0321143923u	2026-12-22 16:28:02+00
995ddbeb-02f3-558c-25df-a7a243e200d6	44527bad-16e6-3795-3003-33fb068f2b5c	edbddc1c-f633-e779-6146-7858e240e71c	Ptpncpa 256 47700tl75421ds63f2j0m4m89hn5f978	2026-12-22 17:16:27+00
16c0ee89-848f-4520-6331-3f7f2d3d7090	b57746ae-4ebe-89df-9a8c-4092740aafa6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Abqesjb 253 k13a2941jk53zw0vg2zs52649lo1v8p7	2026-12-22 09:01:59+00
b5438c14-3ccd-6a0a-d94d-b26f5844c01b	8d248aa0-288c-eabf-7c9f-8160e969eb8c	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Julhqdq 255 8a04z86ee7gou65um293x2t7550325c4	2026-12-22 05:18:56+00
7e80a4c7-9784-0cc7-ed32-156acf349991	59d8eba6-11ee-3146-7c96-ee24791209f1	740220fa-0cf6-7e87-6106-9cc72eebf871	Vutxtcj 251 94d90e834c6i75540bj5m030cj8zmn79	2026-12-22 17:53:09+00
9b0747cf-26f4-e7ae-25a9-ea06866e466b	5d89314d-f125-5136-057e-a4c95ea508b6	df962ec3-2221-3c4f-34a3-791ce6834f15	Mwnezdf 258 s86qi70c1153o7r81s98sct26r297cof	2026-12-22 06:39:55+00
ed578fd5-ec93-1036-1900-656a99d1355a	fc11c165-dc22-49e6-f1bc-8285a090effc	e48a5db1-6790-b545-5699-2a3a495b967a	Krbhwpr 257 78ze8091z78n93u15a17864479jn9873	2026-12-22 13:57:31+00
d1c46577-bbf2-c179-f644-56922de4b243	4b634233-1fac-c35e-83f4-fbb959baefa9	08be0292-ba51-316b-8a70-0b19060b4cdd	Lhhtxyi 251 4fn05g9bwkz73825v10368w0mewu4126	2026-12-22 18:31:50+00
049eec25-5f7b-7695-3cdc-3dbbd1e696a3	a2dc4022-2327-6587-60fd-ff7553affbc8	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Txmcpur 258 411bj87e57869em252318hi410e43x05	2026-12-22 12:31:43+00
70631bba-3e5d-865a-9d14-b3b3059e04af	72c50b4a-b3b3-c7ad-861f-9602c9693982	09b4e382-be0e-7f82-621c-eecffbd119ba	Mspymyr 259 w2o7698c339y1nre6b50201m9x7994q6	2026-12-22 22:46:43+00
bf377890-8251-1aeb-cc48-8e560b9cb047	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	Ubxvlim 265 834y7o53ttevy0361w2vc643z029e80f	2026-12-22 11:52:31+00
4177e733-5e71-dc05-eea1-4df0127e134c	b6b4706e-913f-1592-6646-318c416ef2bd	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Iyacmug 260 57m5e401if70kxp66673l6p1hp2p438j	2026-12-22 13:02:16+00
6ba75442-49dc-958c-508f-7596e7048575	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Fduqpag 261 15obt55kgl2210003la7gp52em85f291	2026-12-22 01:57:22+00
946c93d4-b630-4eae-a701-a2bf7f513491	c532da38-62b2-6fbd-8e89-a060f9257caa	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Hgkkoce 267 zq30539hkc0e64t19472i26y0u8z0g20	2026-12-22 01:40:02+00
d1439aa8-e27d-7699-ea35-674917e9c4b8	5d48c4ad-3799-47b5-7393-6effa020f5bd	6496f9df-02de-89be-2a2a-16742b825527	Owltkik 267 q3t8d320vn4p0au44bd9jc795822k384	2026-12-22 07:34:53+00
c3458f67-c4e2-6524-71c5-01d3a8d32ff4	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	4b28c9a8-e273-763a-7136-26c33c282f35	Wknkhns 266 66o31575bc2369bbx0917a74g325h9ua	2026-12-22 20:13:58+00
307cd6af-d73e-9c04-0f2a-3a1509380941	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Kvqpyix 268 c7p2spt8082324964y408l700j63h674	2026-12-22 16:14:31+00
1917ad96-0f2e-a747-21db-534302ca5d80	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	71842a9e-e95a-4511-c69c-3c9bd36a603b	Witkypl 260 211llcj2yrv0y7qf2gh6g8c6hr7d4884	2026-12-22 21:31:25+00
50cf20ae-ba4a-6c01-6ada-e13a13fb7b96	35356bcb-85de-961a-7b8e-cf87265d2fdd	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Gcagiri 260 47ors8cuq418l9642u4g2357f7vd3224	2026-12-22 00:44:57+00
55158a8c-4132-975a-3c06-3d9d2d1b7df5	473737e4-13a6-9ce7-5f68-8c67cb6008bc	4c530db5-9dd2-3cf7-fafe-a78696c73220	Monntno 260 1r76ux77a680s1x6559gol4n86a7f0af	2026-12-22 08:58:18+00
e6d5a2dc-d628-d8e8-eecd-71fe7bdd29fe	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	Uivpqxj 278 8135lxes5e03h2m206249j7bz58t88v2	2026-12-22 00:05:27+00
0cebb319-8603-c847-175e-767fa25ee322	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	58b397e9-2a58-a632-a418-c26109e93a36	Vsuacyc 277 177t97117na1rq9q06e40350wd13sn2r	2026-12-22 21:11:49+00
dd1bb621-60eb-8fd6-1fe7-0a2da24369a2	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	96437dd6-6082-eed3-f06c-27d358639f2a	Sviotpl 277 62051wm2r2es722n118v895jhmhp7jd4	2026-12-22 23:51:33+00
d2a78393-82fa-7fc9-a099-cfd1d1e8f8f7	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	43b83acf-7433-9f63-c99d-43421eb9a3d0	Bzveqnq 274 t369p3ygfq7p973748s9pmb3qu20758d	2026-12-22 11:06:26+00
83fd1b68-adb0-3a17-94a7-2921203e60ac	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	b748731c-7585-cd6a-8b67-49fbcf260f60	Qznhboa 270 53919o478k7q62734g49dk1m5p719y4x	2026-12-22 06:14:23+00
21756a6e-e2b2-b94d-4fe6-5b2ea75d18d1	bda20723-512d-f670-26c0-a7e37a221de2	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Jwlshhp 274 18v7204e56wvs992958bd01o3083g655	2026-12-22 12:44:38+00
87ba84de-aee9-2021-b433-43add0a11a8e	32b0d497-bc16-ee32-1b2c-2323f2015ffa	946652a3-6954-2404-f4db-631c21cbe972	Csixnkp 271 3k9dej4gh1yc03uv9e5dyrd616rp6277	2026-12-22 01:39:47+00
7893ed60-ae1d-c9e7-2481-56c715ebb84b	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	40a2432d-15f4-cd4c-23de-ee789ebeb918	Rirwfoo 270 2fb96691z77j9bl064k900076f8yxx38	2026-12-22 22:16:52+00
182d68c2-4893-fb66-a2d3-616191fbe68d	d9e2e34b-17bf-3670-afba-bf056e020b9a	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Zpafqbw 270 4v0997x2x8o57jvn6b14k9883428dw66	2026-12-22 20:54:22+00
64073320-ce7e-dbee-7ea9-c019c6d16332	8d71803a-87c4-86b0-95cf-57c835e7afa0	736d975d-b281-2d7b-d002-79b042f71679	Ehlxtap 271 69273239x7k4103i258837b92senyvi3	2026-12-22 12:50:06+00
7322e354-488c-0a36-6a73-2a9000948e61	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Jjmenal 285 w715128818l3cb9756u4545966m38f32	2026-12-22 22:01:44+00
8b8b370a-e917-3c77-c308-dd757657c8cd	8ef38686-1111-8925-0558-b23188071cae	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Jlhsiul 286 hyvs1w9iq909z45lw8se948ba1y45498	2026-12-22 01:52:09+00
68c2a729-386e-d843-7125-38d356b8c182	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	6850e2b1-900c-834e-a7a1-617764f224d4	Dgbsjnp 280 yao7l25i8g3y43mdqw9j3dr7r2ng5488	2026-12-22 18:03:01+00
9e0196b9-ca18-9749-8d3c-373f1da6a001	559d15d4-99f3-7655-65ad-c010f257eec0	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Fcbknkv 281 6pfn0o2219m773rgfrgb5zq0mg174p27	2026-12-22 09:42:36+00
fa64a21f-2ab4-5bc5-99e8-78516bd36e6e	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Cwdwoul 287 z7p09s0f2cgm7g81809507sv9mvy8465	2026-12-22 06:50:38+00
fb2bbd73-ad04-b08e-46cc-192a3adbfe73	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	48920668-c93b-b3cb-0d22-e15fff2a765d	Vnkwkko 285 rm0199pxe93c01hg83p23j0g599h7j47	2026-12-22 17:19:51+00
d58cee55-6bd9-c754-2d1a-43b069f35841	28e82474-b1d4-fff6-b9ae-2d709b1cab60	5131069a-fa40-008e-f9af-1c94441aed04	Azhebjd 283 k6x153z5s0a341r4bxfrkd2c52sp171t	2026-12-22 07:41:19+00
e70af26f-7d99-42c2-6fd4-4217dd39586b	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	128c24c5-c02d-0eca-734d-68d809c4b324	Uoxhdpd 281 h7t9337r53z76svdf7yxht004tk9lmf2	2026-12-22 03:47:19+00
c79e66a0-f1ac-e1eb-5127-66d2cfb493e0	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Naczuct 281 65gl594331gs692232k02na3w6889l28	2026-12-22 08:01:53+00
882194e2-0e0c-abd1-5a58-0f485929098c	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Gmudgxs 283 i108hit347214f3c1658h16wic993ugy	2026-12-22 22:24:27+00
c78e4627-c745-3bc5-6c62-90206f5489f0	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	Aduiqan 294 xxmjd1n1ouym0g3h97s9531y868pwm0g	2026-12-22 06:47:15+00
530a7839-dcba-a56d-d35a-9491ca911a96	0c924c77-599b-4f67-7aa7-37b264a9b95b	edbddc1c-f633-e779-6146-7858e240e71c	Emhudak 290 7lmqt2109126wx4164t291h6pp0616zw	2026-12-22 18:29:09+00
efaff98f-ad27-ac08-b497-a7de5413a34b	ae7d6091-d8d0-6e70-3722-deeecceb028b	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Dyonoxz 296 0g8347n7n9v2r272q6i8336791n0702f	2026-12-22 01:28:50+00
803c4c6a-11d5-dc63-02ce-3bb42ff8e196	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Umysvyj 296 5pi01u4gcj0n2e073m85lgtpd358ll25	2026-12-22 12:21:08+00
16a696c4-75cc-8101-4077-aec38d80f536	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	740220fa-0cf6-7e87-6106-9cc72eebf871	Jwbufns 298 236v81qn64920325xv4x5we136nq0obw	2026-12-22 21:58:25+00
cd55ee97-b42b-8bee-99ef-a6fc46cc66fa	276e4f9a-ff4e-52f4-d686-21887e6403cd	df962ec3-2221-3c4f-34a3-791ce6834f15	Nxyxpar 297 1r6r4804531y6fzs79rono2014gnp351	2026-12-22 09:18:42+00
c3cf5e4b-604a-1635-6b90-7f9879a81c1f	0bc3e699-5063-e712-dd90-65830220dcef	e48a5db1-6790-b545-5699-2a3a495b967a	Bjrguiv 297 ojyn7gxp1277116tqs0kqfok78kw1hn2	2026-12-22 23:21:41+00
6deec378-d7a8-05cf-3727-a09fbc7c0f36	9b7edb26-806c-e0e7-90bd-389ff63f4678	08be0292-ba51-316b-8a70-0b19060b4cdd	Ptymijc 298 y9xx0183j337653279t23x529q436286	2026-12-22 18:35:51+00
1b6274b9-d170-0622-1c6d-7ed32c414ded	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Wdnieza 294 69f185pri62w74670i6l08313447n40x	2026-12-22 18:22:45+00
9a9494c2-1148-3c07-591c-fe3aea854add	eb4802a1-90e5-ed26-6d4c-84752af7c14b	09b4e382-be0e-7f82-621c-eecffbd119ba	Ovgdiae 294 i010ojl01n14j9p1x95205x88af14w95	2026-12-22 20:22:49+00
c3fb6440-4ab8-fb08-fdbd-c9135d28e3b7	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	Ovwnwdx 300 25znu18b917895ki59i82vc26n383oor	2026-12-22 09:20:40+00
f8a5a9c5-d0e0-96ee-9e53-690efc5963c0	e481abb3-cedb-8264-a1ee-2b11e03a9557	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Moqifqo 302 kowd6ww17tv83yh82ffza5415iv4np5t	2026-12-22 15:50:36+00
22e8f6a9-4a71-60ca-268b-28a6b9b7a5db	54617197-6dc5-8db7-231d-e8a8a6a3edbc	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Kjohkjr 304 3tat3xr2o7w88qr41a597v051pwhl3o5	2026-12-22 14:54:16+00
a1ad5245-dd9b-f843-77af-a037b2a7cb78	3925ed66-baad-68b8-54dc-158dd1903b96	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Iqjynbw 307 84y76x05485b891atql67h1bxr2l2d2e	2026-12-22 01:29:02+00
5aa52114-8b6d-d03d-8691-a57f991a9929	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	6496f9df-02de-89be-2a2a-16742b825527	Cbncnlc 302 g9p4066vv7yba2b7991j2199p111j45x	2026-12-22 15:45:50+00
6cb64d7c-4a2b-eff9-ac6b-a9b2abf7b539	0bd4f091-3bce-c38f-f0d0-487832c9cf04	4b28c9a8-e273-763a-7136-26c33c282f35	Eyunnfe 306 ax23g4d7o7g2t67a887xt5t7as9f5355	2026-12-22 06:34:20+00
4c35d92c-f651-5b01-ed81-b5dc5e3fbced	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Ngzbstb 302 6c2t19210g163b149c22p7o361652t50	2026-12-22 18:47:59+00
ab2ce9ad-e036-49bd-e535-8dc54f377a5e	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	71842a9e-e95a-4511-c69c-3c9bd36a603b	Kuqqhux 308 674eeth48230z00px4j378974cvn4h1k	2026-12-22 00:30:47+00
098eff2c-301d-22ec-1e18-3bfadedce914	788b1190-726e-485a-40f5-e0ef9d7cc7a2	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Pdlrztf 302 a1k2e0q0zy1z9lx477ojo5x65q80w433	2026-12-22 13:16:25+00
b9fb0917-c8f8-38d1-5372-96df32f16ff8	8225655d-8d39-b1c3-c6eb-52a146e9fde0	4c530db5-9dd2-3cf7-fafe-a78696c73220	Oozblep 308 6bi3998vl1l0om209c7o13685jgg3g93	2026-12-22 09:52:02+00
1db23a48-944d-6c0d-7ec6-19769c52e76f	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	Nbcgfln 315 813rh32ul8zm31r7k58cnwn04599161l	2026-12-22 12:29:50+00
7a0946fc-4b71-cf9a-d886-ba5fe2c5d85e	70d7dace-3770-e07f-3c7f-9554fc853b09	58b397e9-2a58-a632-a418-c26109e93a36	Ghhvuzq 319 x8p9789n5830v39c4d4i3g5265dxq23q	2026-12-22 23:21:55+00
2cf4575e-38a7-c1d9-ba0b-33ce590eb3ab	7b56df74-41df-baec-6fa3-9bbd36353b33	96437dd6-6082-eed3-f06c-27d358639f2a	Uypsifz 314 w71y7y7043b6a96n249798p8428n3734	2026-12-22 03:31:06+00
3b4448ac-3570-8106-0a18-e97995597af3	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	43b83acf-7433-9f63-c99d-43421eb9a3d0	Ojotvdd 319 9fn8b9f55tn6g5gsp54308tcz0178573	2026-12-22 21:28:52+00
5352ad62-7587-fa55-f64e-e7da971bb68a	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	b748731c-7585-cd6a-8b67-49fbcf260f60	Qhswidg 316 f3482z13196m3g6bl8g38z72y42awdvc	2026-12-22 13:48:27+00
7dc4d7a0-003b-a02e-d019-38dad849d8b5	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Nefnhpr 316 71z6y94r4s03uj268vj773141215109x	2026-12-22 10:34:39+00
219b6a95-1e96-209a-4b2f-77d79e20fc7c	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	946652a3-6954-2404-f4db-631c21cbe972	Jcootcv 313 9944401jwm2b760519iu7m2v5a1o4783	2026-12-22 08:29:03+00
e69150aa-4bb7-769c-e304-51587ce7658c	6120b62f-a593-865a-5df5-566fede621cf	40a2432d-15f4-cd4c-23de-ee789ebeb918	Qjsmflv 316 i7o9u8hk94j6732hsz1b15i82f982jgy	2026-12-22 11:07:54+00
01a262f6-36de-568d-e7d4-570fad647ec0	33bab7ed-f695-c6d0-abdb-193c77f7933f	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Azlzsqm 319 8a50ig758qb68jga583x24932715334j	2026-12-22 09:18:40+00
ebf34126-0a57-154c-b7f7-ec9ad40ebb02	e4df34e7-294c-524c-4522-f1c5b7770114	736d975d-b281-2d7b-d002-79b042f71679	Zyshyvs 315 93n8639953g7510pio31g27eu811ob0y	2026-12-22 12:51:36+00
bd05e583-6909-26b7-819e-7db60de17f89	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Prunzfr 322 y43q34o225mx39uwq3j7255i50545858	2026-12-22 00:08:20+00
492c2e25-3c7a-4723-e3a1-ef68d8789596	afd2a7f3-a6d1-5b09-bd33-ad5706610319	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Rmrrtwx 323 b221q58vom9ezffy3n9h4099ftev7fqh	2026-12-22 01:15:31+00
fda5835a-0210-cedb-a342-ecfaa50372b2	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	6850e2b1-900c-834e-a7a1-617764f224d4	Papiqye 327 4i059x07t2u497i28239h1u408ixr6jg	2026-12-22 09:29:16+00
d36acb10-d0cf-fd07-60b2-1697f2306586	ec09cfa6-2497-3fba-7b15-e10cf77b6488	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Dxhkjpa 322 63m185ssgn5z6z759c74607r52n62v1a	2026-12-22 02:05:48+00
6f85a4d1-c3e1-e0f8-a834-8b129944128a	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Sdlcbgt 322 yv34842608kh9856p1s3495ik76m7589	2026-12-22 18:58:42+00
89effb52-e94a-7561-e695-756c25deb672	2636c9ce-03c7-52e1-8b42-d80318ae37f4	48920668-c93b-b3cb-0d22-e15fff2a765d	Sawcynr 325 g6395948emko59704h468c3022471546	2026-12-22 21:47:01+00
6d70fffd-f7ee-2d01-b590-3f5b1e7fc317	77aa20ae-574c-1bf0-337d-379893792e37	5131069a-fa40-008e-f9af-1c94441aed04	Glozicf 320 64b46129258u93pc32wekx9834r595i0	2026-12-22 07:51:31+00
b3fd8162-5463-8f46-f2dd-34dcd2d4bc77	2bdd62ab-0673-db9f-e873-46752dc67789	128c24c5-c02d-0eca-734d-68d809c4b324	Nbgrxjg 321 3a3w0hw22w98u5h47k5774gv8n09v58n	2026-12-22 03:21:30+00
9724c4a4-64a2-6f2b-c352-37532cbce6ce	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Udmrrdj 327 873365882742392a23b75534g742067h	2026-12-22 09:50:31+00
744057a0-53eb-7f2b-2323-67923a3dba4e	3ec3b1be-0f3f-3721-9291-c0037d6296c1	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Smdfsue 324 s65r3o268t68cq0274140f38sdq9j8ux	2026-12-22 14:11:04+00
c3e55b70-b831-a7b3-784a-faaf742a2876	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	Kdpbqhu 332 90l84fwb8c8597k1u9v6jal4k013c75o	2026-12-22 18:55:17+00
381b2760-9fbe-236f-fef7-637527eb2251	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	edbddc1c-f633-e779-6146-7858e240e71c	Wyngijv 338 d893m36s095y20329m1i05r0a29o9570	2026-12-22 18:32:35+00
bfee3225-1f58-2a37-d6c6-423ff27eea6c	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Hmgvnmt 337 298tk027971ot4k91b72jh0k2794tttr	2026-12-22 03:02:58+00
e6ac4ff1-0544-f250-6a27-04228a1ea307	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Pyphftv 339 110fpf2v7a9ftw6m10fynef36i993a5l	2026-12-22 17:07:15+00
f540ca91-0546-3b99-7f8f-279e363ce369	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	740220fa-0cf6-7e87-6106-9cc72eebf871	Oaohxlx 330 0y5yn9e21n3615kusf19n36ztz69co42	2026-12-22 21:38:00+00
8caffb54-5f4f-3552-9693-c2245d1bea1c	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	df962ec3-2221-3c4f-34a3-791ce6834f15	Jqzyaxv 333 036h9y30n000r3c9607nhu0bqbv7kl0z	2026-12-22 05:30:38+00
520933c2-2649-be43-b76f-79ece86395ac	39ed6ec9-1292-0ba5-8abf-7369f599444c	e48a5db1-6790-b545-5699-2a3a495b967a	Tiwvnvu 330 0412fa897084674245g603lu7z1983hz	2026-12-22 02:00:53+00
e49e5e82-696d-5c18-2d89-3876129c9d5e	6486caaa-1041-59d5-d295-c010410c7173	08be0292-ba51-316b-8a70-0b19060b4cdd	Vewcrvx 335 vii2p186yh937f2lo02g5c5ksv462e3q	2026-12-22 19:09:16+00
8f8f65ea-83fb-7c50-eb00-7298a2b8a492	62b998e3-931a-0622-0502-0b353fff9b2b	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Nfczwsu 330 b5uu8h42cd032ly2g63608ozw74t4847	2026-12-22 13:43:12+00
3fa3ced3-d833-d1a7-dd89-853a1390cc16	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	09b4e382-be0e-7f82-621c-eecffbd119ba	Oosmbth 339 8e5ej5vfl16154w1wp454717ml52bke3	2026-12-22 19:21:43+00
18cabe7c-9114-9ee2-7561-dcaefb2114f0	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	Fppnxam 349 9c3k2u81692c47p8861bp894z1y40s8e	2026-12-22 01:13:55+00
b641f8ec-78cf-56b8-dd75-0ff85e195feb	81f94216-7379-c2ac-37ac-6e5624fb3230	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Xswoixn 347 59568lij4zue312k74kn01741rr438eu	2026-12-22 03:04:24+00
21db344e-9c5f-b519-1119-5f6d8009d43d	38afd908-77a1-eec0-205a-d730146ea3b6	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Kckrrec 348 uoi68m7726om1e28812784uoj3q7i3di	2026-12-22 23:11:11+00
e7a96c7b-64a5-c63f-5287-1b215ede8969	0a483188-e482-0eb7-2bf2-57938633fa71	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Jafjysm 348 s144v50l1i1e8354w4x1viw3kaa36249	2026-12-22 17:18:03+00
b5b2fae1-edd9-b55f-73ae-3394c6ac429c	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	6496f9df-02de-89be-2a2a-16742b825527	Pxwgvfe 348 9igr2o4t2i3x13005h370d8sk5cz5vfb	2026-12-22 20:17:51+00
74f1c778-d951-d969-5cdd-f9272519fe6c	c8c1cf31-01a2-82d0-8da8-65fd85969b08	4b28c9a8-e273-763a-7136-26c33c282f35	Bdamspd 344 pj959951bsd2sqklp84ofa981duv8f64	2026-12-22 00:12:33+00
1ee2eacc-5c13-a729-342b-15c60b01fecd	12359be9-f1f4-78d5-f09c-797a545f454d	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Petzwgf 345 6v89upf94s6sa39xp2t748gn6zdr6331	2026-12-22 12:38:23+00
cdc2b18d-7aa0-ba67-86f5-a9d0a40e37d2	0bb39751-59d9-9b68-b061-85d2a8cb56d2	71842a9e-e95a-4511-c69c-3c9bd36a603b	Iffojbr 345 786g56s29v1jx48d79co88854z690161	2026-12-22 11:34:04+00
f8948758-7efd-6edf-fb96-0ebd85d8e0b3	506c7ebc-34c1-e44a-344b-cfd439729d43	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Jnffuam 343 12e438596m1101182637527289d85h74	2026-12-22 14:16:41+00
37b11f8a-8128-ba24-08b9-21fb4fd28e2c	1a024293-1c69-80c9-bdf7-4b887fd24def	4c530db5-9dd2-3cf7-fafe-a78696c73220	Owfkjvm 341 4ns1t9886c85f32942653z9po0g0668u	2026-12-22 20:27:52+00
72275c39-13bd-397c-7c69-9f6af20df736	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	Aoaturr 355 5198ep5l444o056aqt67dg3775v20e45	2026-12-22 13:49:03+00
2f789bdd-3a8d-b3ea-e53d-9dfb6d7adce3	44527bad-16e6-3795-3003-33fb068f2b5c	58b397e9-2a58-a632-a418-c26109e93a36	Qctjfrt 353 c1rll448421dsi51hkyhl020v814l6z6	2026-12-22 06:27:36+00
91adc357-daa2-d788-1d27-f5629d449687	b57746ae-4ebe-89df-9a8c-4092740aafa6	96437dd6-6082-eed3-f06c-27d358639f2a	Teytkdc 352 2oq6pj7239n128l3s679re68j56o3pn4	2026-12-22 20:19:32+00
e7f9b64f-daac-cedb-2e6b-2a2d1d3f34b8	8d248aa0-288c-eabf-7c9f-8160e969eb8c	43b83acf-7433-9f63-c99d-43421eb9a3d0	Ymzcspv 357 q5o73275539r855ngb8m07l4o39o0704	2026-12-22 21:51:55+00
e2a6c9d6-b04e-9835-16fd-4b05f96ea0f4	59d8eba6-11ee-3146-7c96-ee24791209f1	b748731c-7585-cd6a-8b67-49fbcf260f60	Beyywhi 350 v5967829o3b70iq404eg5l64w9ybd939	2026-12-22 06:08:01+00
bab8cd46-187b-b7c8-38a5-0a1626200071	5d89314d-f125-5136-057e-a4c95ea508b6	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Efseqix 359 r72206iy76080673tk4e0250y8198029	2026-12-22 22:20:02+00
d32cebc3-af54-b791-bdb6-2c3acf177e10	fc11c165-dc22-49e6-f1bc-8285a090effc	946652a3-6954-2404-f4db-631c21cbe972	Pggrwfz 350 492k2407741bf3195dl13509j26t42r8	2026-12-22 22:34:08+00
fc198fb5-1347-02ee-6255-5cb9f32393ce	4b634233-1fac-c35e-83f4-fbb959baefa9	40a2432d-15f4-cd4c-23de-ee789ebeb918	Xxbanta 359 300t175w06qxn0rj555642347k6hlwx6	2026-12-22 10:47:27+00
dea0929e-d7ed-70d0-571c-c0d25d288100	a2dc4022-2327-6587-60fd-ff7553affbc8	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Deeffjx 352 5j5y9031eho02t7f4zz691v49m8527h6	2026-12-22 07:00:32+00
9f986784-4448-39ce-93a0-e088298af1bd	72c50b4a-b3b3-c7ad-861f-9602c9693982	736d975d-b281-2d7b-d002-79b042f71679	Ixrdgur 356 5yzmh8lrc33o2480h17x5ti373rr7bd9	2026-12-22 12:06:31+00
fc582ae7-12f7-44a2-01de-38521ac71f8b	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Ntrsrup 368 9x19n04t694y6440q3ydju5zxuh179f3	2026-12-22 08:11:12+00
6fd62120-fe73-e578-d7d2-ab8431759087	b6b4706e-913f-1592-6646-318c416ef2bd	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Jydytur 360 o133j5jg7m801vne849367933e35364n	2026-12-22 12:54:17+00
55d02a33-c494-eeeb-ec61-94168aa1ecf5	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	6850e2b1-900c-834e-a7a1-617764f224d4	Ehoglzz 365 b050p9p4qo9f277l6597wf6qiw18mr56	2026-12-22 23:10:10+00
ce4b9d0f-f69d-2539-9add-de8d8d842b58	c532da38-62b2-6fbd-8e89-a060f9257caa	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Xjmsbea 361 ss5ah134268j6su1tlg9tg0436432x62	2026-12-22 13:35:43+00
4ff45900-b053-1ea9-a1a1-69370d5e3f8e	5d48c4ad-3799-47b5-7393-6effa020f5bd	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Jfhyljk 361 29g09n0321zqpepbu80985c9v2860rl6	2026-12-22 15:45:28+00
60fa4c37-61b3-b79f-0592-f9fe11a4837d	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	48920668-c93b-b3cb-0d22-e15fff2a765d	Rdredun 361 loqkb8617304i31s57283jv0523v5kr5	2026-12-22 19:01:57+00
f156e70b-8bc1-bb4d-51c2-36a73d8d0cca	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	5131069a-fa40-008e-f9af-1c94441aed04	Uilzdis 363 30155e43e3xj6s071hkn34yu770f9k48	2026-12-22 21:06:09+00
8864f251-04ec-6f6e-8ea8-14944e6241c6	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	128c24c5-c02d-0eca-734d-68d809c4b324	Tcichis 367 3k6492w8pn9tf6vd8j5ly442gl19h2j4	2026-12-22 11:55:24+00
44ae08b3-c15a-6ab7-c574-ea03c5128d9c	35356bcb-85de-961a-7b8e-cf87265d2fdd	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Rtwnepv 367 4h610367s80241dr3c435nc56o009gs0	2026-12-22 09:09:49+00
6057b0a5-de19-e792-fb46-7010c202d770	473737e4-13a6-9ce7-5f68-8c67cb6008bc	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Pyohdyj 362 n17921k2urzm5g321l8iws1hw30qf33t	2026-12-22 17:59:20+00
7a54eaf0-d306-5afd-168d-383ad3cc2a98	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	Mvkjqgu 374 61ya233g822d4ex7lq18nkluqyje1oq8	2026-12-22 23:52:05+00
3fdb8ce0-5f88-a409-5d3c-7c204ff17d0b	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	edbddc1c-f633-e779-6146-7858e240e71c	Cnilxlw 374 1z2x02jp0ktgai17ortkrpk286x4c719	2026-12-22 12:47:01+00
ce936548-71c0-3cb8-9ed1-73524300d6d1	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Kkmyxti 379 6jb7so0159uljl894481p39550y4fye9	2026-12-22 10:59:54+00
108ca565-5ec3-bfb0-4015-4eee8a73269f	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Fpkffgz 375 7i406d015435cbev70m6861691d186n9	2026-12-22 18:02:19+00
3577cf7f-326d-6e26-9686-03ce2f601be3	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	740220fa-0cf6-7e87-6106-9cc72eebf871	Whrokkw 371 69za90743c019359l881382369k565b6	2026-12-22 14:54:21+00
10111387-7bfb-721b-d338-41dec70287ce	bda20723-512d-f670-26c0-a7e37a221de2	df962ec3-2221-3c4f-34a3-791ce6834f15	Qdmpelc 377 rg6k7w38456wp83d0034d8bc56k696r4	2026-12-22 23:05:14+00
d3421057-cf43-29cb-69d5-4809eebc30a8	32b0d497-bc16-ee32-1b2c-2323f2015ffa	e48a5db1-6790-b545-5699-2a3a495b967a	Dvtxvul 371 d4pv19v25w76f713r06762p0716739mt	2026-12-22 16:18:20+00
792d926f-0cc1-d3a9-14fc-40d82e6a494c	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	08be0292-ba51-316b-8a70-0b19060b4cdd	Kjgfcig 372 9sgpa4xa13g1cx37v4c46s134ow64a2z	2026-12-22 03:12:20+00
7f2da55e-6835-9cc8-c541-2efb9b0b0e5a	d9e2e34b-17bf-3670-afba-bf056e020b9a	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Pfbpglb 379 70j397q1458ab3332131x614g797w272	2026-12-22 08:22:35+00
73d8e16b-90b6-a3f2-d479-026c5073c3e5	8d71803a-87c4-86b0-95cf-57c835e7afa0	09b4e382-be0e-7f82-621c-eecffbd119ba	Tukngil 375 75rzaz007424105a966936yy88w1l1p0	2026-12-22 09:48:14+00
946bf29b-2907-9827-7dd1-76ba5d823645	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	Jmhlwyb 388 4e01547w230pf6c42g8i0913avu9lq37	2026-12-22 23:58:27+00
50408c33-34bf-e85a-69af-b4c56ad52d30	8ef38686-1111-8925-0558-b23188071cae	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Oplkmef 382 fa8xty8xjjo5en606v2c5r02ne2p5370	2026-12-22 00:10:24+00
656b1ca2-3d68-9f8f-3796-6b55ec69ef38	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Uwapybl 387 4v888238t331e8558zw8257y442v626v	2026-12-22 07:25:07+00
eadb3dda-0ce1-161f-1228-a35204b92d9b	559d15d4-99f3-7655-65ad-c010f257eec0	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Hajkabu 385 e9emsl76t04ocs7tui230189wyxt01ty	2026-12-22 09:11:23+00
f785bcf1-fe3d-d6b1-02d8-2486ac1a52e1	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	6496f9df-02de-89be-2a2a-16742b825527	Qrkcqss 382 32fs80jrri4n29v9o332do403x4tk84n	2026-12-22 19:57:03+00
73a27f00-a082-1703-e1d7-2033b8a86679	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	4b28c9a8-e273-763a-7136-26c33c282f35	Ijlarln 383 cl64pz62si49l5o68809580826l50132	2026-12-22 22:40:50+00
dfdfefba-fabd-002b-be21-87c6776a7614	28e82474-b1d4-fff6-b9ae-2d709b1cab60	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Vngamrm 385 207v52my8607imrpdqj6a861h065ue18	2026-12-22 15:36:53+00
b77e12db-bfbb-46c9-ae4c-0245bdef931f	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	71842a9e-e95a-4511-c69c-3c9bd36a603b	Pleqlzv 383 4m8m2534voo3415w3117xhlw06378y1w	2026-12-22 14:37:38+00
630be828-e308-a54f-54d4-96b47d2ac01b	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Mwdncpa 389 3k734f919pn379c35g01f371904v8oo6	2026-12-22 06:58:38+00
8e26e2a0-d5a7-3555-3717-e927253dca2f	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	4c530db5-9dd2-3cf7-fafe-a78696c73220	Ptpxlns 382 8ev7rk1a6653s2i59d590x933w5213uu	2026-12-22 12:00:16+00
c1f5f5d5-78f1-3015-6631-3d66eb719f3a	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	Fntojqv 391 tl8qq8st15186014060q7p9uc6468bwb	2026-12-22 01:23:26+00
2f2c9dd4-0e92-5008-57a9-fe81689ca9ca	0c924c77-599b-4f67-7aa7-37b264a9b95b	58b397e9-2a58-a632-a418-c26109e93a36	Sjsczut 394 c6p93852po6t8hm261g22763veiq0mp8	2026-12-22 07:42:20+00
e168ec8c-1401-d4e1-5747-cb4789cd8d2f	ae7d6091-d8d0-6e70-3722-deeecceb028b	96437dd6-6082-eed3-f06c-27d358639f2a	Tnhyszu 390 a51497958rf8744uiv2aw9gy421mu92j	2026-12-22 22:50:11+00
3347b6cd-093f-ebde-4819-f24e0537138d	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	43b83acf-7433-9f63-c99d-43421eb9a3d0	Vdpelvm 390 5y2m156351q5k289o6e76x3avr120566	2026-12-22 21:44:47+00
d610fad9-71ed-19ef-e262-ff8f111f2285	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	b748731c-7585-cd6a-8b67-49fbcf260f60	Vtmhjnw 390 05z73k34h920101uhx8ig79k75hw8782	2026-12-22 13:07:57+00
e85d9c21-5018-c72b-3fa0-0ced278c8b44	276e4f9a-ff4e-52f4-d686-21887e6403cd	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Mbtylja 397 ls6582769w33y85i51r6855y553c3xo6	2026-12-22 20:58:03+00
777b3fc7-8376-f25d-c31d-fd38f6030c89	0bc3e699-5063-e712-dd90-65830220dcef	946652a3-6954-2404-f4db-631c21cbe972	Ricxaup 396 exf1m1839393u4q5j587py7ov9ozxmcn	2026-12-22 05:28:57+00
7eb95c16-5d84-22cc-651d-a77832a64bd4	9b7edb26-806c-e0e7-90bd-389ff63f4678	40a2432d-15f4-cd4c-23de-ee789ebeb918	Cmycpxd 398 38r9031hk3h2p98l0rf0t9p809469bj8	2026-12-22 00:13:38+00
0db3ab4c-c82f-e3fd-bb16-6ab4a0d4498e	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Eitceym 397 d77658i5m07032mvm580l0966ff32m84	2026-12-22 23:28:05+00
2ab09ec7-1805-f922-08bc-3e9e7cc527d8	eb4802a1-90e5-ed26-6d4c-84752af7c14b	736d975d-b281-2d7b-d002-79b042f71679	Siyjczb 395 psha91jw49pmm385926871jdg1d3852o	2026-12-22 21:54:08+00
bc0a2422-705a-5ebd-834a-26f82395f823	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Cvrpzdy 401 593fj6txk85f80ip4n90s98v5l5a1e66	2026-12-22 12:48:09+00
7bc2e7b8-b3d5-f793-a28d-302dbd3254ac	e481abb3-cedb-8264-a1ee-2b11e03a9557	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Vxxblta 404 d2391kx9lyfpw7tt3zu22bfci5f790pd	2026-12-22 22:19:24+00
dcfee4f5-4c2f-69fe-a5b1-d8f57d91f36e	54617197-6dc5-8db7-231d-e8a8a6a3edbc	6850e2b1-900c-834e-a7a1-617764f224d4	Jimvcau 409 a0fdls24hh3nq8709i09kzd9zhc93n41	2026-12-22 05:53:31+00
4a8bf9c0-735f-40c3-6c2f-c972be44d98c	3925ed66-baad-68b8-54dc-158dd1903b96	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Fkdirgy 409 58c1o23lp29m382g5333w8dt08md2s66	2026-12-22 01:50:09+00
bbf7a6d2-9d3c-bbbf-2138-a7522d6acc33	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Yrchwvq 400 ed5k6z6l709802nyp31tz4w1r3068k92	2026-12-22 10:02:54+00
142c48da-c81a-c887-360e-4f8c2fb3e64f	0bd4f091-3bce-c38f-f0d0-487832c9cf04	48920668-c93b-b3cb-0d22-e15fff2a765d	Uqefchb 407 76e5fh8o8ukul30q838280g833a93jy3	2026-12-22 08:01:55+00
5c71911f-1f5d-6d18-469d-a423d1d9b833	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	5131069a-fa40-008e-f9af-1c94441aed04	Lhpqdpw 408 q271475w65fa3829u247e30j88s96gh0	2026-12-22 23:46:54+00
e80ace42-863d-0f5c-c594-14ec713a2621	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	128c24c5-c02d-0eca-734d-68d809c4b324	Qprxwug 404 h83t2j0h94n7s359pa7313v163338f0e	2026-12-22 10:58:24+00
f09fa944-03ba-da3c-b271-a4a3a3f8b78a	788b1190-726e-485a-40f5-e0ef9d7cc7a2	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Zafylnp 402 f3j6e3i8tdkd6775b6l06e65y4m945k8	2026-12-22 18:58:33+00
660f2009-b880-4e6f-40d5-7c8f19d5dc83	8225655d-8d39-b1c3-c6eb-52a146e9fde0	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Teptpkc 404 72383d95736z85g5zy1v589gym4tst48	2026-12-22 21:47:21+00
5a22133d-1b5a-9661-c020-8ef8f769ee35	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	Bkotyjw 419 32q327ov1c48633co155j8666t44018b	2026-12-22 12:11:04+00
f353b413-31b1-0357-2c33-79af059a1cd9	70d7dace-3770-e07f-3c7f-9554fc853b09	edbddc1c-f633-e779-6146-7858e240e71c	Uubxqwo 418 jf4v86d8pf66895g2x90z09k7218e4m5	2026-12-22 16:45:43+00
5678d16f-cf66-6f0e-74f4-dac0562a4e45	7b56df74-41df-baec-6fa3-9bbd36353b33	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Xcsdevg 416 79508g02608s4r9iqa8i330765953504	2026-12-22 16:02:20+00
7ecbc1d8-688c-e6ff-12ac-c81dba6f3f93	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Rqwlblw 416 y88oyi3387ek18i1961703u65895665d	2026-12-22 22:04:10+00
eacea575-45bd-ad33-5819-56c18a9f545e	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	740220fa-0cf6-7e87-6106-9cc72eebf871	Wgvhfwt 415 9g23u3h95m31w9502n7v446otb06e758	2026-12-22 20:52:06+00
a7db986f-dba5-eb41-aa91-c0e43f2a22d9	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	df962ec3-2221-3c4f-34a3-791ce6834f15	Cayegih 419 37747d12c94x9l5x14gyu796546b0418	2026-12-22 05:29:42+00
0830bb56-0bd0-1a2c-7f31-e5c67b13ae51	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	e48a5db1-6790-b545-5699-2a3a495b967a	Clzwbif 412 k475g42u5es6a5429927z99uf645ou63	2026-12-22 05:03:42+00
be2edc2d-459a-2bd9-f315-b5a00e4f0831	6120b62f-a593-865a-5df5-566fede621cf	08be0292-ba51-316b-8a70-0b19060b4cdd	Qvixzmh 412 9wyk707l0d753ix8341tni907u239x21	2026-12-22 05:40:28+00
1fb4501a-cb1e-ac9c-b7cf-1f7a98b66370	33bab7ed-f695-c6d0-abdb-193c77f7933f	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Ejlotci 417 87f3rj286680q5c2682j970911864v46	2026-12-22 22:42:13+00
77b2cf95-4708-f665-fdf6-ac0229d657e5	e4df34e7-294c-524c-4522-f1c5b7770114	09b4e382-be0e-7f82-621c-eecffbd119ba	Tqhvodg 416 803965i7940p0j2il5nm06300n1001e2	2026-12-22 21:47:00+00
de1609ae-d41b-af23-7e00-b3ec84d40a34	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	Iilampr 426 q3e943c30gc4123dbl2eou1c2k56es1x	2026-12-22 02:25:37+00
1d5d04da-fef9-f413-bc52-3795860a5acf	afd2a7f3-a6d1-5b09-bd33-ad5706610319	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Jrleamf 426 868l54i511rkl7ci20ze229su99r7291	2026-12-22 12:33:45+00
6ee12151-0147-c486-6c73-6dbc1b83afa1	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Eohjeel 422 g6310m6083pxi46308440528v1y7526a	2026-12-22 08:26:29+00
0e6e196b-a3b5-475d-1d6f-d658ad4610a6	ec09cfa6-2497-3fba-7b15-e10cf77b6488	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Cqberwz 427 do86k37502ygm94qwcs770s71u6mu57x	2026-12-22 23:44:45+00
05ce28d3-eca5-6f00-3be8-b8b3e36578ac	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	6496f9df-02de-89be-2a2a-16742b825527	Cmuxbih 426 91j6bp642849q5uc46qtm45x6e53v476	2026-12-22 00:29:57+00
12407525-6c8a-ad8d-0961-2f90a3bedae2	2636c9ce-03c7-52e1-8b42-d80318ae37f4	4b28c9a8-e273-763a-7136-26c33c282f35	Idjgkeg 420 3518xu59y3633wsut4910t0hi0m7dx75	2026-12-22 18:28:28+00
810c2ae5-57c4-e159-ff49-4f72772a8e79	77aa20ae-574c-1bf0-337d-379893792e37	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Umzhesj 428 4176hkape366087k899t60gwr0h6ev49	2026-12-22 06:00:31+00
085b5c59-e7fe-57d1-00e7-b111c3ebd461	2bdd62ab-0673-db9f-e873-46752dc67789	71842a9e-e95a-4511-c69c-3c9bd36a603b	Lwhvdsc 422 mo355s3851i39420w8z679h5z12dz994	2026-12-22 02:16:34+00
68c8055e-ff14-3c80-6fc1-cae3ec6b2a46	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Xvqxgun 429 vywae0de3n23358i3120f7dzv4s5xd50	2026-12-22 02:03:44+00
7930aa24-02d2-6a04-cb70-151310a656af	3ec3b1be-0f3f-3721-9291-c0037d6296c1	4c530db5-9dd2-3cf7-fafe-a78696c73220	Vusghhl 422 j1156wf65a855036t6hm6csuyg43u3z3	2026-12-22 02:09:24+00
1dd8db3a-ee04-1bb3-20ec-1276d8797288	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	Nacqngq 435 26r17378m9i55e6s24827gu7g036a80f	2026-12-22 07:51:05+00
415047ec-19d2-0933-4ee6-862459d16008	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	58b397e9-2a58-a632-a418-c26109e93a36	Rqwcrdn 433 9f6wc7e78zl3jlb84q2jzyw797975mvo	2026-12-22 14:34:58+00
1feb8302-fcfe-ad7d-10f9-15f030ce79d5	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	96437dd6-6082-eed3-f06c-27d358639f2a	Ldqgnyx 438 sep695635fvcfng6q5zu400z134fc79b	2026-12-22 06:14:07+00
c0303fac-461c-d8f2-befb-81222c96ef00	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	43b83acf-7433-9f63-c99d-43421eb9a3d0	Crcoajk 432 8t525g14s3015r96d7615859w10xf25o	2026-12-22 12:26:18+00
0a9a1413-c41f-660b-ee46-81c3233056b3	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	b748731c-7585-cd6a-8b67-49fbcf260f60	Uoimsvd 433 114e36zw28a769kf0532i6q1n453529v	2026-12-22 02:11:36+00
2c824627-8554-1a27-da4c-040d4f07f64d	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Crmgdhv 433 03zlzzm12bkt46245630nq991f154158	2026-12-22 14:41:40+00
b0a85c4d-0a00-4b4c-dcdd-5e666b21d02e	39ed6ec9-1292-0ba5-8abf-7369f599444c	946652a3-6954-2404-f4db-631c21cbe972	Voxmogf 430 408q82367618838vx8897k5x4201hn8w	2026-12-22 04:28:58+00
3c1df54d-775e-4d0e-75b2-cdcddc4571b4	6486caaa-1041-59d5-d295-c010410c7173	40a2432d-15f4-cd4c-23de-ee789ebeb918	Ctylkov 433 4hpiil26py1629b9o3p9jj86m21860s4	2026-12-22 10:17:51+00
eb15d07e-9fb3-ad48-13a3-2d7ca8af3f77	62b998e3-931a-0622-0502-0b353fff9b2b	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Aeychjh 437 g190v4z678hbwo236l275y580mp4la89	2026-12-22 17:49:32+00
4d414d55-6b8b-f058-0cee-af387cbf531d	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	736d975d-b281-2d7b-d002-79b042f71679	Dbcpobd 437 z892n7008w6z9218t1955376922l9o3b	2026-12-22 10:02:36+00
28582da5-cea2-c6f8-d8af-2ea36bdbbc1a	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Ozevkwq 444 d3c706tde1ie1t9752780a73wq2cpy48	2026-12-22 11:13:19+00
53fa588f-74d7-e701-3b57-f2b1ac4a5bd6	81f94216-7379-c2ac-37ac-6e5624fb3230	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Dwdinhm 445 8lh9geu0wgg79295ld87x6e1ca6h101x	2026-12-22 17:04:36+00
d6e32f94-e69d-3531-f211-56460bf693e7	38afd908-77a1-eec0-205a-d730146ea3b6	6850e2b1-900c-834e-a7a1-617764f224d4	Jrjxnok 445 6682032y7k7i24w2573773q0akj0y8e9	2026-12-22 20:21:31+00
690ee9bc-3f2d-e3c7-8135-0108bdc01207	0a483188-e482-0eb7-2bf2-57938633fa71	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Pawfnch 446 e4c32o69182zs74ej3g04v05284l2z56	2026-12-22 20:21:14+00
01d20f3a-6075-aa78-e21c-3399c4a70303	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Cofthtc 446 76k5g429r6njviff11w463424sx4kxr3	2026-12-22 21:54:56+00
fb06557a-e755-e1dc-0c3c-40bc62305502	c8c1cf31-01a2-82d0-8da8-65fd85969b08	48920668-c93b-b3cb-0d22-e15fff2a765d	Hptdlze 447 63uc89w6ibn222691ey553oi5t8q7f81	2026-12-22 02:48:35+00
dc8373eb-d214-ac3f-e5be-2fdffdbe0d9f	12359be9-f1f4-78d5-f09c-797a545f454d	5131069a-fa40-008e-f9af-1c94441aed04	Tsoewzo 440 t8589a3579t35786807w51k06047148y	2026-12-22 17:05:16+00
df5d82d9-d0f4-614e-7071-f729be4368b3	0bb39751-59d9-9b68-b061-85d2a8cb56d2	128c24c5-c02d-0eca-734d-68d809c4b324	Fvckiir 447 5md8y87v887lg9554f19707702f26e89	2026-12-22 14:03:50+00
65c94eff-7563-bab4-05f9-ca87c162c00b	506c7ebc-34c1-e44a-344b-cfd439729d43	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Vzgcmzg 444 y3703j32yd2m9524n25226f8wg55z77n	2026-12-22 00:37:10+00
bf0feeb6-cce7-55ff-92e7-fc42edd4ede2	1a024293-1c69-80c9-bdf7-4b887fd24def	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Xhflwsg 448 8w0s979f438s572883g437x14640x0k5	2026-12-22 06:30:00+00
86e1721f-9e4f-fb84-18e9-ba437c60a227	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	Cokyard 454 lt17l2q66iduyn8zm6xv70dy07cq237s	2026-12-22 16:00:51+00
206eb8ab-83b0-42ce-8e25-76a721132d9d	44527bad-16e6-3795-3003-33fb068f2b5c	edbddc1c-f633-e779-6146-7858e240e71c	Erjjrnf 458 5775f563322kl9i63x3nsw4e2774z26u	2026-12-22 02:58:18+00
f04167eb-9612-879c-869b-325c156453e2	b57746ae-4ebe-89df-9a8c-4092740aafa6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Gxlbdxg 450 4m6188mx47025o9jll3b317x48h4132k	2026-12-22 03:49:54+00
fa2c92b7-b2e1-074b-ddc0-2d283f42e373	8d248aa0-288c-eabf-7c9f-8160e969eb8c	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Ztrvghs 451 4s9425r03hgc6yn96598y35vlcu59y97	2026-12-22 18:12:40+00
fac39546-bffc-e990-71ba-ce0a21ae109d	59d8eba6-11ee-3146-7c96-ee24791209f1	740220fa-0cf6-7e87-6106-9cc72eebf871	Benyjcq 454 90oz5044v0dl9ed842ou3r0ahpv34b25	2026-12-22 00:02:14+00
b84014e0-184e-f314-6beb-eff442f7a7e5	5d89314d-f125-5136-057e-a4c95ea508b6	df962ec3-2221-3c4f-34a3-791ce6834f15	Ljhqmgw 453 d05s0pktn3c755907r8mm9334sq6m9vm	2026-12-22 03:38:17+00
51681248-e4cf-1d15-a5aa-0efd7fb4025e	fc11c165-dc22-49e6-f1bc-8285a090effc	e48a5db1-6790-b545-5699-2a3a495b967a	Pruojrs 453 6g27s265387z9149538kqdpwimt280r3	2026-12-22 03:49:37+00
5edb47d5-d4e1-cb52-945c-fb052e3a4e58	4b634233-1fac-c35e-83f4-fbb959baefa9	08be0292-ba51-316b-8a70-0b19060b4cdd	Iytaspp 452 48386ds1sd7704l8a8mp4207rzcde8a9	2026-12-22 12:17:49+00
ed402204-029f-5498-e925-9df5fe8644ff	a2dc4022-2327-6587-60fd-ff7553affbc8	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Rxlbeyv 455 33ve4j1g08q4e24k9n7v8r51g3x7550s	2026-12-22 12:44:43+00
7208e2ce-c6b3-fafa-0290-3aa35010f642	72c50b4a-b3b3-c7ad-861f-9602c9693982	09b4e382-be0e-7f82-621c-eecffbd119ba	Cwnjdlq 458 622172603f0178297095az877e8lktk8	2026-12-22 01:28:43+00
78420f19-1a45-2fe0-945e-914a2e55ada9	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	Ywaanrz 466 7qa7l26a6883iv1205z5897j5jfom0j9	2026-12-22 18:03:45+00
420ce5ce-c1f6-f791-8c36-df611f714f2c	b6b4706e-913f-1592-6646-318c416ef2bd	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Gfziryx 467 6831j99f9c12hwt5hjn19edb396d2cb4	2026-12-22 06:52:01+00
b5c58b09-2491-3b73-9f4b-71a2ab7e29c1	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Goizncr 468 88wm99mlz2608m746172h40yk48f0u1i	2026-12-22 09:45:47+00
fbcdba3e-b5ed-d401-8060-15399a129150	c532da38-62b2-6fbd-8e89-a060f9257caa	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Wjpdtgh 465 8502lw75lw5353qbng9em9jx07h0t58a	2026-12-22 22:24:24+00
18349d85-800a-95d3-86d2-21d0189bfb20	5d48c4ad-3799-47b5-7393-6effa020f5bd	6496f9df-02de-89be-2a2a-16742b825527	Aidbevq 468 173602h93r7cr0su60966766316yw26c	2026-12-22 19:29:52+00
27bdfea6-5fe8-9c33-d42a-8efd6f0ba557	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	4b28c9a8-e273-763a-7136-26c33c282f35	Qcxsuem 469 866q735p84n5i1m6d6xq1jf8cr2045n5	2026-12-22 00:22:36+00
e5526268-b75b-6786-553f-0f807027aed9	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Abeanmy 467 9h0i815685q55rnjv2477jmy32173pp9	2026-12-22 10:45:15+00
579445e7-8976-17a1-476c-3d6843047e7b	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	71842a9e-e95a-4511-c69c-3c9bd36a603b	Gcgscwg 462 ipr0i3498z3k73p6654kw84u96zb7h94	2026-12-22 06:39:42+00
7595b4dd-09ac-fbe3-7a19-c76889bfad42	35356bcb-85de-961a-7b8e-cf87265d2fdd	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Majerua 465 668x303s3913ia056zv3xger49416z8j	2026-12-22 20:16:19+00
81634d3e-eaa2-1bfe-ccc1-8e6fe5317427	473737e4-13a6-9ce7-5f68-8c67cb6008bc	4c530db5-9dd2-3cf7-fafe-a78696c73220	Kaoyrru 465 c415l3ns9e1534ayz5le183a2711n39e	2026-12-22 17:35:16+00
5b995bd4-dda7-2d66-4e8c-c276f356bca4	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	Pybgplo 472 861n5oa2j9615702a59b113hr3933fbq	2026-12-22 00:06:34+00
e6e45b18-0028-ae30-4833-e36f30648f4c	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	58b397e9-2a58-a632-a418-c26109e93a36	Ovfgbtq 472 7t1b83uu3d9a75rct12c502z4xq81g65	2026-12-22 00:29:48+00
66939250-c88d-263d-ec04-79d88445d603	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	96437dd6-6082-eed3-f06c-27d358639f2a	Zhjylex 471 529046ihv95c42v7156pd66q572256z4	2026-12-22 09:22:57+00
31fb6da6-e741-5855-6c2d-0be6ebbfab31	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	43b83acf-7433-9f63-c99d-43421eb9a3d0	Jnpkhln 477 4m52jj0770akzg76wx9q1679894047n6	2026-12-22 19:26:20+00
960901eb-ecdd-0a9b-a1a3-58b55b051ebd	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	b748731c-7585-cd6a-8b67-49fbcf260f60	Mqjqllk 471 v8pdh7487s5tt3ga5b988w52205mbw70	2026-12-22 15:47:50+00
759734c7-6c95-686a-cd52-63e9b1f66233	bda20723-512d-f670-26c0-a7e37a221de2	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Uhulqak 476 8bj4ns090393a5j7253k88hn56c2m7gx	2026-12-22 15:59:32+00
4f5838a0-97a7-d0ee-8606-d20a2c29b456	32b0d497-bc16-ee32-1b2c-2323f2015ffa	946652a3-6954-2404-f4db-631c21cbe972	Cnxrpig 478 2h54qud71m1h39fv7tu1534g0i9793n7	2026-12-22 04:32:17+00
f65f3675-ba77-2458-35fe-52959e0c4fec	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	40a2432d-15f4-cd4c-23de-ee789ebeb918	Wcbzdgl 473 oo3u1537ke2q4u7r9402k5v7p05d674g	2026-12-22 08:01:45+00
61dd589d-c5dd-d80e-d22e-2b8a8b8909e2	d9e2e34b-17bf-3670-afba-bf056e020b9a	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Hywnsnw 471 54579695exvf7u7f70321d49495h1724	2026-12-22 09:02:35+00
4a622695-7012-257c-2c87-af1d7d726c2c	8d71803a-87c4-86b0-95cf-57c835e7afa0	736d975d-b281-2d7b-d002-79b042f71679	Etqygjj 476 0hh61jw16k8krcdw57klaaxgxo794114	2026-12-22 15:27:54+00
3f0bf796-3f1e-9924-7a81-1d756bba26a7	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Jsbgsmk 480 8f11l679t8662i432t03bf7030q05git	2026-12-22 06:25:29+00
d0b3c96e-8845-a9d7-bf07-fbe59a167e41	8ef38686-1111-8925-0558-b23188071cae	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Uevmjmb 482 58g0h9556531d6f1qyut04p1v829sk77	2026-12-22 11:53:12+00
1380dac2-1965-0040-2ae7-9993b89959c8	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	6850e2b1-900c-834e-a7a1-617764f224d4	Nzmtokz 488 xv2yg6ofme17h1971y769ibpjl838f4g	2026-12-22 03:49:28+00
b41a9c93-098a-047f-0236-624860801870	559d15d4-99f3-7655-65ad-c010f257eec0	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Zsolgkp 486 b7a29782radf06g4b2639t5r552y3883	2026-12-22 01:31:19+00
b113c05c-db0e-b2ad-21a1-968e60e72365	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Sjzaftf 484 d2600vjx79g02ny4nip731bl07jg5216	2026-12-22 21:12:17+00
adf3b9e2-daf1-50f2-36ed-ff2350b6482b	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	48920668-c93b-b3cb-0d22-e15fff2a765d	Tfkhlro 488 of0tr71eb6y07hi08l5j641909316587	2026-12-22 10:32:00+00
6b834afa-59cf-137e-c525-6cbc12f5ae42	28e82474-b1d4-fff6-b9ae-2d709b1cab60	5131069a-fa40-008e-f9af-1c94441aed04	Oktqyvh 488 48zk11z839464g3aj83m1zl3qq48sd93	2026-12-22 13:10:06+00
1ef73e66-218c-c418-e53f-7b3c71e637d3	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	128c24c5-c02d-0eca-734d-68d809c4b324	Lkymggq 484 6v01gh3r86ve72h499ha66za19qog05h	2026-12-22 19:02:56+00
aa942e72-34e7-f51e-c12d-dc8ae7d60008	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Hcfmzqu 487 209440wfiz56427el926e80719z99294	2026-12-22 21:15:52+00
4bc91c9a-ad0a-81a9-cc26-6851f78420a0	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Osfiyzb 486 3a3667g83x24ga4wl9r1904r7i24d1re	2026-12-22 17:42:05+00
8069d95d-e479-0e49-3631-67721e3b2501	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	Cwzxrds 493 8997xh11y9423093w0j98556g2p36o6m	2026-12-22 14:22:43+00
6e7af18f-b064-9828-b238-5fec25b82f90	0c924c77-599b-4f67-7aa7-37b264a9b95b	edbddc1c-f633-e779-6146-7858e240e71c	Kmacqhy 499 583ynl69jh949ik2705256eb17j724pn	2026-12-22 16:09:05+00
6137b8b6-abf3-13f5-801a-a1abe3bde529	ae7d6091-d8d0-6e70-3722-deeecceb028b	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Yzzubhs 499 2p39ry3f28f32sx9bf8s399h7o1089o8	2026-12-22 11:43:47+00
90b84de8-874b-4673-fbc0-9de3123fe379	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Iolufes 494 366n6f7178t5vg83s95i7bt734cm8m5c	2026-12-22 04:37:56+00
6617f05b-2b22-da06-2cbf-0bca25adf5cf	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	740220fa-0cf6-7e87-6106-9cc72eebf871	Xdgxiiy 499 6w767jii5193qr58wkh8n36441082518	2026-12-22 21:43:26+00
5b3505ab-a1f2-5a17-60f0-2ac52bd79239	276e4f9a-ff4e-52f4-d686-21887e6403cd	df962ec3-2221-3c4f-34a3-791ce6834f15	Qymatyr 496 71r00185y803k8spb68362640z7j16tx	2026-12-22 09:46:52+00
8006ca73-6084-84ec-83d4-87bb3e2fc7c4	0bc3e699-5063-e712-dd90-65830220dcef	e48a5db1-6790-b545-5699-2a3a495b967a	Nwzvexq 499 0151781828m308j126o8d93454k39z65	2026-12-22 07:45:20+00
b27e78b3-3f89-d3bf-c560-cf57ec35b895	9b7edb26-806c-e0e7-90bd-389ff63f4678	08be0292-ba51-316b-8a70-0b19060b4cdd	Bjmyvxg 490 h20b0w72w6v4kp5zmn417457fj0e5s81	2026-12-22 13:25:48+00
0af40279-3255-d77c-94ac-f101105ac46a	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Flirhkl 499 i70b409i156584ee15hry4b30p1y20bc	2026-12-22 01:23:09+00
ac096082-4beb-0ceb-4912-fdde7241718e	eb4802a1-90e5-ed26-6d4c-84752af7c14b	09b4e382-be0e-7f82-621c-eecffbd119ba	Yigcbgz 493 d8vvu4h86lq80k768sp5zts4jgsi593o	2026-12-22 07:52:09+00
3c855d51-77d4-7752-fc87-ad5fbe52f680	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	Xcjqcjl 506 w374vp3b151x96p588phz1t8214435xb	2026-12-22 21:03:44+00
d911f5ab-fb52-24aa-10c7-b39942f99be4	e481abb3-cedb-8264-a1ee-2b11e03a9557	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Czxlskn 503 w72j4k9c4992dxm32uut2o0945288845	2026-12-22 21:28:24+00
712aed69-461f-e270-f41e-b3d43da7a88a	54617197-6dc5-8db7-231d-e8a8a6a3edbc	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Gfwwxkw 502 4p6333q412m0059et37ks51z04d7qcv2	2026-12-22 04:12:25+00
f3373d26-ec4d-0464-b36c-7c8f8fd5391b	3925ed66-baad-68b8-54dc-158dd1903b96	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Nzoppsb 502 48040k84f8616dip94723i4529591f63	2026-12-22 04:18:13+00
0a2db3b8-c158-2361-fc57-a1934caa089c	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	6496f9df-02de-89be-2a2a-16742b825527	Oayxtdt 506 773y41365t3b23n065z51civ53615pwc	2026-12-22 09:02:01+00
70ea15fe-aab4-4e46-cf6d-b6f9d43ac68c	0bd4f091-3bce-c38f-f0d0-487832c9cf04	4b28c9a8-e273-763a-7136-26c33c282f35	Wrawbeu 504 c11577p1e7b872vbo88730x40xgnt71o	2026-12-22 19:05:16+00
e17f5e5c-6dc3-01e1-6523-673d096323f6	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Quydmrn 501 072584j78q4s034083jw8o77118w431p	2026-12-22 03:16:57+00
5475ecee-4169-ac96-2317-5126a0462c90	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	71842a9e-e95a-4511-c69c-3c9bd36a603b	Qcpfika 503 l7o2slqt52im4y64w2391637p6rv80g7	2026-12-22 12:47:11+00
4ed0171d-32f5-6f4d-b9be-d75a96d3889d	788b1190-726e-485a-40f5-e0ef9d7cc7a2	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Zflutwj 500 nlj79ow8rj7v6760qz62l8z2o793702i	2026-12-22 18:11:59+00
42ae170e-2344-e219-c393-ee4d25ac2ae7	8225655d-8d39-b1c3-c6eb-52a146e9fde0	4c530db5-9dd2-3cf7-fafe-a78696c73220	Lixpcrv 501 5d75r64h922kip0ku94834xp34s98r97	2026-12-22 19:49:04+00
414dd425-f13b-2bc0-0faa-263fb0fdfee6	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	Zxfgyyb 515 99290xy2rl1mb363y0uv85x6s73tz044	2026-12-22 15:40:26+00
caeb3ce6-139f-38f2-5ab6-192c24b7efda	70d7dace-3770-e07f-3c7f-9554fc853b09	58b397e9-2a58-a632-a418-c26109e93a36	Bwqtsmq 512 f523k44167t168ho0t8jojs763631jdf	2026-12-22 00:32:33+00
0f081b86-e2dc-f504-3659-525d7611c81e	7b56df74-41df-baec-6fa3-9bbd36353b33	96437dd6-6082-eed3-f06c-27d358639f2a	Gzkquoz 512 6w702r44lec958253690gz7975751q72	2026-12-22 14:23:05+00
79eb4899-4258-40b6-bc78-768eda377fbf	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	43b83acf-7433-9f63-c99d-43421eb9a3d0	Hahxuul 511 9bn718595v3j242svy8j0713blwe3081	2026-12-22 07:08:22+00
77103161-9e27-cf21-4e7e-45066d65fbfd	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	b748731c-7585-cd6a-8b67-49fbcf260f60	Amoqrtg 510 u3h706790sknjn1948elr3ijvd140x9j	2026-12-22 18:54:35+00
4c7a2f8f-72b2-0949-a9b4-31e9d9998b10	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Rhwwuej 513 805n0483764v6458684vy4va56691s9i	2026-12-22 12:50:29+00
fbe08044-1449-f70e-9756-34cd659db260	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	946652a3-6954-2404-f4db-631c21cbe972	Ucwszwg 514 h8ue03o7l098nlc78f1t38q699p3ppae	2026-12-22 01:12:43+00
168aae2a-0c17-d235-f19c-a0ca31f2d7f2	6120b62f-a593-865a-5df5-566fede621cf	40a2432d-15f4-cd4c-23de-ee789ebeb918	Tfzufyq 510 9bn215t05u1341v0o3on4r1881gh234w	2026-12-22 22:52:35+00
3914a9d0-439a-4522-c316-a1d595407ec1	33bab7ed-f695-c6d0-abdb-193c77f7933f	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Ckmqscp 517 y31332uw21t6441b8105zu8gs8r64486	2026-12-22 19:50:31+00
17a6cfd0-0d8b-8f14-a733-21f19ab00127	e4df34e7-294c-524c-4522-f1c5b7770114	736d975d-b281-2d7b-d002-79b042f71679	Kkiwzsx 518 9940604335qw38sa6037kf3ro9s3g2q1	2026-12-22 18:01:36+00
38bd4a4a-be50-01e0-e709-56ed2ad942fd	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Sztsllr 522 n7j0x458m463k6f01364j0554lc8z867	2026-12-22 13:24:49+00
139766ec-d668-757f-f14f-87756420bea4	afd2a7f3-a6d1-5b09-bd33-ad5706610319	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Jqavufg 526 3394hwq46x9029lp4q3147161i73h93h	2026-12-22 19:30:13+00
19e7cc0a-e048-4d0a-325e-30464c9c50d9	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	6850e2b1-900c-834e-a7a1-617764f224d4	Pwkhdtj 529 5520vn5966y141031585t25r6e31579i	2026-12-22 18:48:28+00
1c7e02e4-e4f1-e36c-4b7a-d98575f1f5a4	ec09cfa6-2497-3fba-7b15-e10cf77b6488	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Udxzuis 524 0i7wa52f75751296i2731ne07u344452	2026-12-22 02:00:50+00
c0b9d077-b651-050d-b2f2-c4493577239b	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Zcdeulp 524 2r93oa51433a63gc67e02014f248g447	2026-12-22 22:41:13+00
c4408bd5-2fc2-8689-6567-40b776211c57	2636c9ce-03c7-52e1-8b42-d80318ae37f4	48920668-c93b-b3cb-0d22-e15fff2a765d	Sofcooy 525 8k557y56zj290222v03f36rky689129n	2026-12-22 08:40:26+00
ea23b0e3-eced-d1be-47c5-342bdd7e499e	77aa20ae-574c-1bf0-337d-379893792e37	5131069a-fa40-008e-f9af-1c94441aed04	Rgyiqqa 526 6336u960ra9349rf813k2b9522knp925	2026-12-22 20:54:16+00
8a31f13d-a3cb-8d27-5192-591e08d83182	2bdd62ab-0673-db9f-e873-46752dc67789	128c24c5-c02d-0eca-734d-68d809c4b324	Mdbtskr 528 3qf23od6w5zx0q3w0w6f079x710991t1	2026-12-22 20:19:27+00
a98e1013-007c-4595-45b1-4d5a0d982c41	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Hptazks 521 lh2498957n0qvhdfd0h351449fvfg31z	2026-12-22 23:18:51+00
0f390eb1-b89b-e353-5a75-ed5d1547a3ab	3ec3b1be-0f3f-3721-9291-c0037d6296c1	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Heowehv 522 m0s6m5ci08165vw1467gk4qr4981buj9	2026-12-22 06:55:44+00
de7f0ab6-b613-6cf4-8c39-356b20fd3d2d	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	Bgykrhz 535 y58b1fphy924i3979d967392k95w71m2	2026-12-22 07:43:29+00
0603ba5f-34e3-2e46-3944-cd3bcb73a46a	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	edbddc1c-f633-e779-6146-7858e240e71c	Jfqeucn 536 96u2972ha07j3d7170475432104q0982	2026-12-22 01:23:42+00
563f2886-ae01-2993-f1cc-341ca571eed7	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Xjacnei 538 14f081whv03f39u0966u748o80602014	2026-12-22 17:14:28+00
06f6cf80-3712-b9df-141f-7c56197921d3	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Zfqfxcl 533 v26vt5zn873w93f5hu6cjk0i3t5t3760	2026-12-22 15:35:57+00
fef65d37-1a2d-9763-fc59-13c5b75f54ff	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	740220fa-0cf6-7e87-6106-9cc72eebf871	Omwvjcq 531 1998724jn3i9381z28my8dzy60t0z13t	2026-12-22 15:31:10+00
29f615ea-8b2c-cd8c-1252-6714ad63392b	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	df962ec3-2221-3c4f-34a3-791ce6834f15	Cgjahtu 539 239nl50h540s558wa18836w56e4l5557	2026-12-22 23:26:13+00
3c421dc3-887b-4b0e-da1a-6276fe12a879	39ed6ec9-1292-0ba5-8abf-7369f599444c	e48a5db1-6790-b545-5699-2a3a495b967a	Nchdiqm 537 94s748i6ze27nrnp766365x0ji60wri0	2026-12-22 11:39:36+00
4a76dd5b-bef6-d7a0-01ce-89c5f747f558	6486caaa-1041-59d5-d295-c010410c7173	08be0292-ba51-316b-8a70-0b19060b4cdd	Gxfnapo 536 352m5jri58676c3q4tqr6h5rct12170f	2026-12-22 09:11:00+00
390aa50b-52a7-997f-a040-2c0e7ffe7a87	62b998e3-931a-0622-0502-0b353fff9b2b	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Fowpbup 535 6y83q0p8v96722d62go879187d75sx64	2026-12-22 18:06:40+00
9fda8a08-f1c6-200c-143e-f2a36d1b7946	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	09b4e382-be0e-7f82-621c-eecffbd119ba	Xrlehmr 534 e5531m30b18y68br78615760689d76zc	2026-12-22 17:07:45+00
b79d66a7-b61e-5b47-19f6-123d4b7815dd	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	Iktlayx 548 c76c3xkch9650ry8rh0i726h41dkk5k6	2026-12-22 20:30:12+00
1547a32a-e8ae-abca-695a-f4e93fd3c8c3	81f94216-7379-c2ac-37ac-6e5624fb3230	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Jmigeuu 545 1pj00s03hj43xtf101x05w658v99wpvy	2026-12-22 20:53:33+00
a6ca6931-f0ec-9a28-977b-0ec0c75f3242	38afd908-77a1-eec0-205a-d730146ea3b6	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Liraupu 548 3848hl9q55n389rd6524a66362031f00	2026-12-22 02:17:55+00
1de29226-0cfb-90cc-ca8f-c7387378dea9	0a483188-e482-0eb7-2bf2-57938633fa71	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Hcvittl 544 3187gp44qyn7jc901e8t21czt99661gt	2026-12-22 14:33:45+00
23590d0b-c7d4-32b6-abc6-81614a45e8ba	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	6496f9df-02de-89be-2a2a-16742b825527	Fkmdxxk 543 24qc2nlc0331288r11213435m71563u6	2026-12-22 22:01:40+00
8a2fcce5-fa06-78e0-ff8a-24b5f849d696	c8c1cf31-01a2-82d0-8da8-65fd85969b08	4b28c9a8-e273-763a-7136-26c33c282f35	Hfidywu 541 461xl20229xso5p9q3q595uqfrq081nj	2026-12-22 15:32:53+00
e25ebe10-8324-87ec-ee62-97ca62308ba4	12359be9-f1f4-78d5-f09c-797a545f454d	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Vlixloz 548 3812w97s17101203w2zm0tf15m17385f	2026-12-22 15:54:24+00
13f2e7d3-fff6-a568-e5a3-ee753dc4d7c1	0bb39751-59d9-9b68-b061-85d2a8cb56d2	71842a9e-e95a-4511-c69c-3c9bd36a603b	Hpayaem 543 d508582g2x04105m7277151d30nbm13e	2026-12-22 20:12:33+00
913bb203-351f-f897-c1c9-829f22fc7940	506c7ebc-34c1-e44a-344b-cfd439729d43	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Ofllqma 544 u48q60lj3b65s9d067u1hdpqm7fix4kh	2026-12-22 14:30:52+00
273acc1c-7ead-22bf-5c3c-95b24afe6d77	1a024293-1c69-80c9-bdf7-4b887fd24def	4c530db5-9dd2-3cf7-fafe-a78696c73220	Nupjmom 541 3xe6ex6l1dd57w5n5x95ec09q9584efm	2026-12-22 12:58:20+00
4f49f61e-c23a-e5d2-c527-d3f5c11efd8b	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	Gybncjd 558 70n12gd2nr8ldm51g58988e33bk59m93	2026-12-22 17:23:18+00
53b33a58-f5d1-c7e2-144e-b315dbed9aca	44527bad-16e6-3795-3003-33fb068f2b5c	58b397e9-2a58-a632-a418-c26109e93a36	Rfymgaf 550 v15798948gfhv7nolzz90102z7487906	2026-12-22 11:11:00+00
143d6e78-a280-6a9c-2621-de3ad91a30ba	b57746ae-4ebe-89df-9a8c-4092740aafa6	96437dd6-6082-eed3-f06c-27d358639f2a	Sqyfkuz 554 28436186i37x765veye70l9n4b4d53s2	2026-12-22 06:39:15+00
93d1d8c4-ce15-6d83-c36c-ea208fed866a	8d248aa0-288c-eabf-7c9f-8160e969eb8c	43b83acf-7433-9f63-c99d-43421eb9a3d0	Gnsmrfe 555 4h4se7f5481k415xr560k7q5l65t7ls4	2026-12-22 08:58:02+00
efcd102f-331b-9136-943f-d4650ba5d96e	59d8eba6-11ee-3146-7c96-ee24791209f1	b748731c-7585-cd6a-8b67-49fbcf260f60	Wyssnmi 551 7t681l12642a6ey73z6j4r87n09s2885	2026-12-22 14:45:19+00
c1ca67e2-cd25-8dc4-9e01-43cc677f98cc	5d89314d-f125-5136-057e-a4c95ea508b6	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Ukneklf 555 23iv499185hwow3618l02q90y2oux124	2026-12-22 18:34:42+00
0acde168-6df9-d157-e85f-b7396168483e	fc11c165-dc22-49e6-f1bc-8285a090effc	946652a3-6954-2404-f4db-631c21cbe972	Obfkriz 554 6y12568fhpv44icwjku28q8wnhc9vp3u	2026-12-22 18:44:25+00
0a29a74c-69b6-545f-7c39-92e68a8a9acb	4b634233-1fac-c35e-83f4-fbb959baefa9	40a2432d-15f4-cd4c-23de-ee789ebeb918	Ddefpaj 556 05z8g412jh34387p92s4ezkga8378v9u	2026-12-22 23:02:46+00
127ac5dc-614c-8078-3e22-987c4712d9f3	a2dc4022-2327-6587-60fd-ff7553affbc8	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Ysboqvg 556 74a41a6rp5xw31g0489z88zq1ms32rp0	2026-12-22 14:49:35+00
ef646376-a247-ca17-4cca-4f847e1e3a15	72c50b4a-b3b3-c7ad-861f-9602c9693982	736d975d-b281-2d7b-d002-79b042f71679	Ggzsmsw 552 qf53887r039p094ob3131y167d9c878r	2026-12-22 16:15:11+00
9d709e90-fc63-4a67-93a5-6cdeee12d0d5	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Ntaomxt 563 8d69625d749uz0fv256912gh3o01268k	2026-12-22 23:03:21+00
85317eb1-cfac-981e-c936-981a57e2c369	b6b4706e-913f-1592-6646-318c416ef2bd	aba2e969-9100-8048-ccd4-48c5e4a7d49e	Jjjwcun 564 417c5v94n50h9a6k450x7d094e032092	2026-12-22 16:18:24+00
ed13e3df-cb8a-4a3b-45b0-735f8cfb210f	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	6850e2b1-900c-834e-a7a1-617764f224d4	Caqjkng 568 8712fm21090886lt978td71a489sd0eo	2026-12-22 02:51:17+00
faff82c8-9535-9ac6-aed8-8431117da23f	c532da38-62b2-6fbd-8e89-a060f9257caa	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	Iipyonk 568 0c1o50p674g59f236e58m15x6vc6xm0n	2026-12-22 06:59:48+00
1fdfc4a6-2ac8-d5e7-d81a-67c8a1a5314e	5d48c4ad-3799-47b5-7393-6effa020f5bd	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	Tqjpaak 560 60h607287436149303t6j0h13xr75576	2026-12-22 01:13:00+00
27ef7318-957e-7f05-f692-2d4df9ee0b7e	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	48920668-c93b-b3cb-0d22-e15fff2a765d	Skcalrt 567 726l42aq2wt50576z98h94616yqwgk30	2026-12-22 01:01:36+00
97040e9b-bd07-43b5-4014-b898f1d31f7d	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	5131069a-fa40-008e-f9af-1c94441aed04	Uqagiip 563 8825t341329p9aj49k93130363055b7q	2026-12-22 08:02:04+00
9cb8778b-e4bb-fd70-1c02-9d6431ecbcdf	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	128c24c5-c02d-0eca-734d-68d809c4b324	Ulvggjj 560 1766h613c4r148xh9539o8t60b8x261x	2026-12-22 22:01:30+00
fb227cf1-508f-a421-2840-6a92de1492e3	35356bcb-85de-961a-7b8e-cf87265d2fdd	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	Ylttjcr 567 7308y2b3897720dq2506k30575qg2090	2026-12-22 08:19:19+00
f84085b9-7f8c-2207-8e28-36da24057098	473737e4-13a6-9ce7-5f68-8c67cb6008bc	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	Zufetro 560 5912w85iu5g4pwfg9g323nz8db1l7929	2026-12-22 08:59:57+00
9f2d6f86-94bc-93aa-321a-619f119cb41e	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	Zpidbyr 579 5t973nxs0d8k70n9xuw757x7o8q5c6c8	2026-12-22 22:17:20+00
ee2dddeb-2356-7402-70bd-ae7a43386cdd	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	edbddc1c-f633-e779-6146-7858e240e71c	Rstmycz 573 254h713802i6e79l37m6076uv3858f81	2026-12-22 13:43:56+00
cba1cf47-dc1b-80d4-7675-aa26c9e4009e	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	Cuejqpg 579 265s1lqm78992737509jk44n1238cd39	2026-12-22 19:43:34+00
ab97ebc1-c646-d572-4de1-9a64b575bed9	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	Uzrncwz 579 s3u3w85o7lmf9g937we8d3100m804fs9	2026-12-22 01:35:06+00
ed6bd458-b0ba-3b70-039b-d6fc2227ff20	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	740220fa-0cf6-7e87-6106-9cc72eebf871	Vurwswy 573 mu032z784x57061m650q0jh86z57p704	2026-12-22 20:16:31+00
47fe7be5-d656-1987-b388-0418d1d71799	bda20723-512d-f670-26c0-a7e37a221de2	df962ec3-2221-3c4f-34a3-791ce6834f15	Czfijvb 577 8280105q9r976c20k8q924jpn9237b06	2026-12-22 23:57:12+00
f891443a-250e-4609-4e60-e546e46d52d9	32b0d497-bc16-ee32-1b2c-2323f2015ffa	e48a5db1-6790-b545-5699-2a3a495b967a	Rbzlbsn 578 v5eq96p8e0305ghez43v1f5si7w6462d	2026-12-22 08:03:00+00
c2bcb142-f59b-00e1-6ba9-69aa7ded2f47	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	08be0292-ba51-316b-8a70-0b19060b4cdd	Fuprvyd 570 7j9p66hfrg008q24z3270w3659y1t10w	2026-12-22 02:05:38+00
bee82023-c47d-79de-e6bf-53a112ca4cc5	d9e2e34b-17bf-3670-afba-bf056e020b9a	f77cd8c9-e8b0-588f-290f-46eea4d19d73	Hdwechr 578 l0g5ky69j5q4208bvkb3eo536768564m	2026-12-22 16:11:15+00
611f6f70-f58b-8a54-f98b-c08d77adaaa0	8d71803a-87c4-86b0-95cf-57c835e7afa0	09b4e382-be0e-7f82-621c-eecffbd119ba	Utisnxh 571 48od536c612m970g15w5i90l6395w1o1	2026-12-22 02:17:50+00
dce38d61-8dcd-7c21-65bf-2f4bb0d83e12	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	Zwkeuwm 582 h3u0j55pg35476r22s192653e5nr4n57	2026-12-22 11:57:24+00
41ce5674-5f22-87c2-a2e6-f50f32e4ed86	8ef38686-1111-8925-0558-b23188071cae	ae51d040-1f5f-07f4-66c6-250880b9d4ca	Qixfmzt 584 3272s98r88j74288aj740ic334k077v5	2026-12-22 19:49:36+00
99eacadc-ad7e-3068-6383-7c7e76983d63	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	Mmavdfk 586 a94456734i2rz4s1867n1m352c4t1a9a	2026-12-22 19:33:29+00
fe19e186-9308-0b09-4b42-30762b53c7c1	559d15d4-99f3-7655-65ad-c010f257eec0	dbdb69eb-4845-46f6-3e80-b383f3200d5e	Ofyvpot 585 1450slx5g93l95692550o16iv762m57m	2026-12-22 02:41:03+00
9e021574-fe04-8a52-e522-01e267251067	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	6496f9df-02de-89be-2a2a-16742b825527	Cnqohlp 586 67391p9a52m4m6l44qc783pqrh1r3i36	2026-12-22 14:11:55+00
9a9df3ac-3611-bfdc-ffbd-f3bb8bf803f1	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	4b28c9a8-e273-763a-7136-26c33c282f35	Qnnhopg 585 mh3898002u8518f9806354999o8t816i	2026-12-22 19:43:53+00
2e229691-0bae-6c44-eb3a-298cad4a1aad	28e82474-b1d4-fff6-b9ae-2d709b1cab60	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	Ejyxsky 584 4299z8e0128dwd0316af8t87x98n1r54	2026-12-22 01:52:59+00
9bf4aa6d-f3f9-f74f-7d76-22b79f2216ec	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	71842a9e-e95a-4511-c69c-3c9bd36a603b	Jffcsts 582 o9w43006hq69t47700qp8gif8hr0q583	2026-12-22 03:48:54+00
3cddd0f1-f3b8-c96b-5133-d3b663d65f49	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	Gfwlanb 589 9y941e46j52q53p71jz14g051f127630	2026-12-22 06:49:59+00
d0d209bf-6826-e5bc-c746-56e529e62fab	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	4c530db5-9dd2-3cf7-fafe-a78696c73220	Yrgmjqs 586 54x1w7h3b0z8j41ee106nk2a3287gr7g	2026-12-22 10:42:52+00
bfcd0070-7d65-f5aa-7c39-ecb5e36a3914	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	Tqkftxz 596 pj9235i9ku02r4cd373c74b133u2s905	2026-12-22 04:11:35+00
74f632f7-0d46-59a4-1480-d6c1314ed5ab	0c924c77-599b-4f67-7aa7-37b264a9b95b	58b397e9-2a58-a632-a418-c26109e93a36	Mjfjpsz 598 g917132w0i72hcjx37ul4gc600vrem98	2026-12-22 07:04:46+00
3b708777-2822-15f3-97a6-90ef0dd0c4c4	ae7d6091-d8d0-6e70-3722-deeecceb028b	96437dd6-6082-eed3-f06c-27d358639f2a	Ydijqht 595 o25i518526919lwve3631wnx002k9sg4	2026-12-22 07:00:08+00
da6db217-3971-7578-e0de-ff8a841ac7ea	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	43b83acf-7433-9f63-c99d-43421eb9a3d0	Sdcqusx 597 49qq04tu3m5399l4e23716xpwe56370x	2026-12-22 15:16:27+00
f2c10901-893a-32a9-9ab9-74e2b52af6a2	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	b748731c-7585-cd6a-8b67-49fbcf260f60	Hkmvbtc 595 js9g0eduru9w494752242lp8527fijp0	2026-12-22 01:23:14+00
6c0d82af-acdf-b0b2-5532-d76004ea3fe9	276e4f9a-ff4e-52f4-d686-21887e6403cd	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	Irirhli 592 ga9qpcdop7039u50s9qi98o098kq13ch	2026-12-22 10:08:23+00
350f7528-eed2-2d0d-dd1c-b54654f8f58c	0bc3e699-5063-e712-dd90-65830220dcef	946652a3-6954-2404-f4db-631c21cbe972	Wetgkkl 591 0qikj3v075z8j5693gjpd13z47j19409	2026-12-22 04:03:16+00
c9101dcf-6bd3-94eb-c75b-1c643b7c3fa3	9b7edb26-806c-e0e7-90bd-389ff63f4678	40a2432d-15f4-cd4c-23de-ee789ebeb918	Pxkgfyc 591 639344210c636v0iz8fj8r457725a9xy	2026-12-22 10:13:18+00
be1996ea-e134-e01a-0653-000ed8854cba	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	Wuotioc 591 593355s9m09l551m69634yy9ug0q8x9r	2026-12-22 17:20:45+00
06b066a3-5f6b-43b9-4899-07202e9634de	eb4802a1-90e5-ed26-6d4c-84752af7c14b	736d975d-b281-2d7b-d002-79b042f71679	Ppgfgbj 594 1424322305v6q8w59h185f79wf64387q	2026-12-22 14:07:21+00
625ec4bb-58d8-493b-ac4e-25e71fa9f008	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	Ekmboyr 608 56717cv247054352p9rjm16bvl0162r4	2026-12-22 17:16:57+00
\.
copy public.jobs (id, kind, payload, state, attempts, created_at) from stdin;
1ebcdb44-4908-c649-a818-0e8b57ed8717	rveksdnpw	{"video": "8496b016ddcf9c185ca9360eb402ee9c"}	hymqgi	0	2026-12-22 16:59:26+00
412dcf43-6123-1d0a-00ae-b9da7b7b1769	ylgl	{"video": "0a483188e4820eb72bf257938633fa71"}	hymqgi	0	2026-12-22 18:23:45+00
5319c37f-7aa3-fb1c-523e-a0e50f23c376	vkoadgdsu	{"video": "28e82474b1d4fff6b9ae2d709b1cab60"}	hymqgi	0	2026-12-22 23:42:08+00
1d5ea4ca-e034-2034-6f98-6152f29330ca	rveksdnpw	{"video": "3ec3b1be0f3f37219291c0037d6296c1"}	hymqgi	0	2026-12-22 23:20:39+00
212c58da-4ee3-edb3-aa40-d9ee7060f528	ylgl	{"video": "3f1bc27957f3787e2a3bd2e7f0a6e8c0"}	hymqgi	0	2026-12-22 00:29:49+00
34fcd026-6c58-1bd3-56b7-45eb22fd9aa8	vkoadgdsu	{"video": "3bc73b42efd1e0efd7674390c5e61ab8"}	hymqgi	0	2026-12-22 08:39:44+00
1664491b-12b7-e562-b875-2a2e9397f1ef	rveksdnpw	{"video": "a2dc40222327658760fdff7553affbc8"}	hymqgi	0	2026-12-22 10:05:05+00
b9fc5667-0a83-1e22-9f95-feeb3ccaac94	ylgl	{"video": "e481abb3cedb8264a1ee2b11e03a9557"}	hymqgi	0	2026-12-22 22:02:53+00
7799a292-309d-9ba9-2299-549e7b060bf2	vkoadgdsu	{"video": "a2d0b294cfc4e5e7d5923fb348ba9555"}	hymqgi	0	2026-12-22 03:11:56+00
14b4d02c-ea4d-3a29-5a5a-3e86da6c4653	rveksdnpw	{"video": "63c6ec6fddb89bb774ee24ae78c72a84"}	hymqgi	0	2026-12-22 03:52:24+00
f004642a-787d-54a8-9bc4-f0bacbef6a06	ylgl	{"video": "a54f8dfe42a0d0001381ac621588967c"}	hymqgi	0	2026-12-22 22:41:50+00
bcefb1d8-a088-db05-dd50-60a79f3b17c5	vkoadgdsu	{"video": "70aa92695c2fa0f4acc5f1f225f73b12"}	hymqgi	0	2026-12-22 10:35:42+00
272ed449-42fc-2366-46fc-9b5c2a3bd649	rveksdnpw	{"video": "3e6ccea5b074eaf5ee97f092af05d6e8"}	hymqgi	0	2026-12-22 05:31:47+00
94b4049a-48ea-34c1-f30c-6fae5df9b36b	ylgl	{"video": "72c50b4ab3b3c7ad861f9602c9693982"}	hymqgi	0	2026-12-22 19:54:18+00
54dda2b9-4a09-c22e-2164-db0e447707e8	vkoadgdsu	{"video": "546171976dc58db7231de8a8a6a3edbc"}	hymqgi	0	2026-12-22 06:19:23+00
74ae43e1-ebec-c9db-5078-2b8ba428c592	rveksdnpw	{"video": "c8c1cf3101a282d08da865fd85969b08"}	hymqgi	0	2026-12-22 06:31:15+00
220b85c3-9364-af0c-78ed-9fc861caa14c	ylgl	{"video": "c01c293a6a6ca918c2cece9776b4c9b6"}	hymqgi	0	2026-12-22 21:59:59+00
0c479fb9-30b4-acd4-007b-7178b17af99a	vkoadgdsu	{"video": "5a83b1c1e4ad979fa065f49d2a2111b6"}	hymqgi	0	2026-12-22 16:07:18+00
2fabba85-ec6d-f382-b54c-0e9bb530c692	rveksdnpw	{"video": "e6c1155733b7b568869dcd3fdcd5c6bb"}	hymqgi	0	2026-12-22 04:28:44+00
e0a73adb-7d91-81a5-b6b0-870b2c8681c6	ylgl	{"video": "6120b62fa593865a5df5566fede621cf"}	hymqgi	0	2026-12-22 01:00:53+00
2dc32405-acde-2ef5-5e30-7fcf45077739	vkoadgdsu	{"video": "5e83567a05128061dcee0a6bcb4153df"}	hymqgi	0	2026-12-22 09:53:04+00
4aca9652-6876-44da-627a-d2a31f9be9db	rveksdnpw	{"video": "3925ed66baad68b854dc158dd1903b96"}	hymqgi	0	2026-12-22 08:35:19+00
8fd8827f-050c-6775-a619-ae60be78ba94	ylgl	{"video": "12359be9f1f478d5f09c797a545f454d"}	hymqgi	0	2026-12-22 09:17:06+00
aebbfee8-6b18-f59e-3921-668730921968	vkoadgdsu	{"video": "68c2c02c99e2dceb9cb2b11a1e1e866e"}	hymqgi	0	2026-12-22 07:47:49+00
e127774d-3059-b361-3ef2-0f347de435bc	rveksdnpw	{"video": "31b8ee1e1d4ecc07c344cc4b7b92788e"}	hymqgi	0	2026-12-22 01:31:43+00
59104da9-33c1-d97b-3f57-b025ed3fe228	ylgl	{"video": "bda20723512df67026c0a7e37a221de2"}	hymqgi	0	2026-12-22 06:30:12+00
0e77e5cc-e0e5-5e77-d540-49474bfbc4af	vkoadgdsu	{"video": "33bab7edf695c6d0abdb193c77f7933f"}	hymqgi	0	2026-12-22 08:34:44+00
b6d4faf1-7c3b-20f4-797c-838e6ba6b325	rveksdnpw	{"video": "b6b4706e913f15926646318c416ef2bd"}	hymqgi	0	2026-12-22 16:11:28+00
3b1a30e8-887d-d386-9bab-31f7f47884ec	ylgl	{"video": "b7ea90774e120c3ed4d92e20ce29bffa"}	hymqgi	0	2026-12-22 21:26:13+00
b27e02ca-97dc-a855-c81d-4d4261354f4d	vkoadgdsu	{"video": "0bb3975159d99b68b06185d2a8cb56d2"}	hymqgi	0	2026-12-22 07:34:01+00
\.
copy public.notifications (id, member_id, kind, seen, created_at) from stdin;
1	aba2e969-9100-8048-ccd4-48c5e4a7d49e	qgihhvy	f	2026-12-22 22:45:48+00
2	6850e2b1-900c-834e-a7a1-617764f224d4	qgihhvy	f	2026-12-22 20:49:22+00
3	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	qgihhvy	f	2026-12-22 02:45:53+00
4	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	qgihhvy	f	2026-12-22 19:44:54+00
5	48920668-c93b-b3cb-0d22-e15fff2a765d	qgihhvy	f	2026-12-22 17:15:42+00
6	5131069a-fa40-008e-f9af-1c94441aed04	qgihhvy	f	2026-12-22 04:17:41+00
7	128c24c5-c02d-0eca-734d-68d809c4b324	qgihhvy	f	2026-12-22 10:29:32+00
8	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	qgihhvy	f	2026-12-22 08:55:18+00
9	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	qgihhvy	f	2026-12-22 01:11:41+00
10	d3031de5-ec19-1b52-2c3e-9c95be86371a	qgihhvy	f	2026-12-22 14:14:43+00
11	edbddc1c-f633-e779-6146-7858e240e71c	qgihhvy	f	2026-12-22 13:12:52+00
12	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	qgihhvy	f	2026-12-22 00:42:08+00
13	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	qgihhvy	f	2026-12-22 22:06:59+00
14	740220fa-0cf6-7e87-6106-9cc72eebf871	qgihhvy	f	2026-12-22 10:30:37+00
15	df962ec3-2221-3c4f-34a3-791ce6834f15	qgihhvy	f	2026-12-22 23:37:08+00
16	e48a5db1-6790-b545-5699-2a3a495b967a	qgihhvy	f	2026-12-22 02:48:25+00
17	08be0292-ba51-316b-8a70-0b19060b4cdd	qgihhvy	f	2026-12-22 01:29:50+00
18	f77cd8c9-e8b0-588f-290f-46eea4d19d73	qgihhvy	f	2026-12-22 17:19:37+00
19	09b4e382-be0e-7f82-621c-eecffbd119ba	qgihhvy	f	2026-12-22 21:53:57+00
20	fa837959-e315-5b4d-c56c-b8093c95f791	qgihhvy	f	2026-12-22 09:02:33+00
21	ae51d040-1f5f-07f4-66c6-250880b9d4ca	qgihhvy	f	2026-12-22 19:00:57+00
22	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	qgihhvy	f	2026-12-22 12:09:23+00
23	dbdb69eb-4845-46f6-3e80-b383f3200d5e	qgihhvy	f	2026-12-22 15:54:11+00
24	6496f9df-02de-89be-2a2a-16742b825527	qgihhvy	f	2026-12-22 17:29:25+00
25	4b28c9a8-e273-763a-7136-26c33c282f35	qgihhvy	f	2026-12-22 23:55:13+00
26	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	qgihhvy	f	2026-12-22 14:36:22+00
27	71842a9e-e95a-4511-c69c-3c9bd36a603b	qgihhvy	f	2026-12-22 22:36:14+00
28	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	qgihhvy	f	2026-12-22 19:45:10+00
29	4c530db5-9dd2-3cf7-fafe-a78696c73220	qgihhvy	f	2026-12-22 22:19:58+00
30	25ec0f64-6d80-f598-9bca-2c4c7304308d	qgihhvy	f	2026-12-22 08:54:18+00
31	58b397e9-2a58-a632-a418-c26109e93a36	qgihhvy	f	2026-12-22 12:44:32+00
32	96437dd6-6082-eed3-f06c-27d358639f2a	qgihhvy	f	2026-12-22 15:26:40+00
33	43b83acf-7433-9f63-c99d-43421eb9a3d0	qgihhvy	f	2026-12-22 11:11:37+00
34	b748731c-7585-cd6a-8b67-49fbcf260f60	qgihhvy	f	2026-12-22 23:39:23+00
35	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	qgihhvy	f	2026-12-22 13:12:28+00
36	946652a3-6954-2404-f4db-631c21cbe972	qgihhvy	f	2026-12-22 20:01:11+00
37	40a2432d-15f4-cd4c-23de-ee789ebeb918	qgihhvy	f	2026-12-22 00:26:29+00
38	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	qgihhvy	f	2026-12-22 16:19:51+00
39	736d975d-b281-2d7b-d002-79b042f71679	qgihhvy	f	2026-12-22 00:55:41+00
40	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	qgihhvy	f	2026-12-22 05:30:54+00
41	aba2e969-9100-8048-ccd4-48c5e4a7d49e	qgihhvy	f	2026-12-22 08:42:25+00
42	6850e2b1-900c-834e-a7a1-617764f224d4	qgihhvy	f	2026-12-22 09:01:59+00
43	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	qgihhvy	f	2026-12-22 12:31:43+00
44	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	qgihhvy	f	2026-12-22 07:34:53+00
45	48920668-c93b-b3cb-0d22-e15fff2a765d	qgihhvy	f	2026-12-22 00:05:27+00
46	5131069a-fa40-008e-f9af-1c94441aed04	qgihhvy	f	2026-12-22 01:39:47+00
47	128c24c5-c02d-0eca-734d-68d809c4b324	qgihhvy	f	2026-12-22 18:03:01+00
48	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	qgihhvy	f	2026-12-22 08:01:53+00
49	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	qgihhvy	f	2026-12-22 21:58:25+00
50	d3031de5-ec19-1b52-2c3e-9c95be86371a	qgihhvy	f	2026-12-22 09:20:40+00
51	edbddc1c-f633-e779-6146-7858e240e71c	qgihhvy	f	2026-12-22 18:47:59+00
52	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	qgihhvy	f	2026-12-22 03:31:06+00
53	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	qgihhvy	f	2026-12-22 09:18:40+00
54	740220fa-0cf6-7e87-6106-9cc72eebf871	qgihhvy	f	2026-12-22 18:58:42+00
55	df962ec3-2221-3c4f-34a3-791ce6834f15	qgihhvy	f	2026-12-22 18:55:17+00
56	e48a5db1-6790-b545-5699-2a3a495b967a	qgihhvy	f	2026-12-22 02:00:53+00
57	08be0292-ba51-316b-8a70-0b19060b4cdd	qgihhvy	f	2026-12-22 23:11:11+00
58	f77cd8c9-e8b0-588f-290f-46eea4d19d73	qgihhvy	f	2026-12-22 14:16:41+00
59	09b4e382-be0e-7f82-621c-eecffbd119ba	qgihhvy	f	2026-12-22 06:08:01+00
60	fa837959-e315-5b4d-c56c-b8093c95f791	qgihhvy	f	2026-12-22 08:11:12+00
61	ae51d040-1f5f-07f4-66c6-250880b9d4ca	qgihhvy	f	2026-12-22 21:06:09+00
62	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	qgihhvy	f	2026-12-22 10:59:54+00
63	dbdb69eb-4845-46f6-3e80-b383f3200d5e	qgihhvy	f	2026-12-22 08:22:35+00
64	6496f9df-02de-89be-2a2a-16742b825527	qgihhvy	f	2026-12-22 19:57:03+00
65	4b28c9a8-e273-763a-7136-26c33c282f35	qgihhvy	f	2026-12-22 01:23:26+00
66	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	qgihhvy	f	2026-12-22 05:28:57+00
67	71842a9e-e95a-4511-c69c-3c9bd36a603b	qgihhvy	f	2026-12-22 05:53:31+00
68	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	qgihhvy	f	2026-12-22 18:58:33+00
69	4c530db5-9dd2-3cf7-fafe-a78696c73220	qgihhvy	f	2026-12-22 20:52:06+00
70	25ec0f64-6d80-f598-9bca-2c4c7304308d	qgihhvy	f	2026-12-22 02:25:37+00
71	58b397e9-2a58-a632-a418-c26109e93a36	qgihhvy	f	2026-12-22 06:00:31+00
72	96437dd6-6082-eed3-f06c-27d358639f2a	qgihhvy	f	2026-12-22 06:14:07+00
73	43b83acf-7433-9f63-c99d-43421eb9a3d0	qgihhvy	f	2026-12-22 17:49:32+00
74	b748731c-7585-cd6a-8b67-49fbcf260f60	qgihhvy	f	2026-12-22 21:54:56+00
75	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	qgihhvy	f	2026-12-22 16:00:51+00
76	946652a3-6954-2404-f4db-631c21cbe972	qgihhvy	f	2026-12-22 03:49:37+00
77	40a2432d-15f4-cd4c-23de-ee789ebeb918	qgihhvy	f	2026-12-22 09:45:47+00
78	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	qgihhvy	f	2026-12-22 20:16:19+00
79	736d975d-b281-2d7b-d002-79b042f71679	qgihhvy	f	2026-12-22 15:47:50+00
80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	qgihhvy	f	2026-12-22 06:25:29+00
81	aba2e969-9100-8048-ccd4-48c5e4a7d49e	qgihhvy	f	2026-12-22 13:10:06+00
82	6850e2b1-900c-834e-a7a1-617764f224d4	qgihhvy	f	2026-12-22 11:43:47+00
83	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	qgihhvy	f	2026-12-22 01:23:09+00
84	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	qgihhvy	f	2026-12-22 09:02:01+00
85	48920668-c93b-b3cb-0d22-e15fff2a765d	qgihhvy	f	2026-12-22 15:40:26+00
86	5131069a-fa40-008e-f9af-1c94441aed04	qgihhvy	f	2026-12-22 01:12:43+00
87	128c24c5-c02d-0eca-734d-68d809c4b324	qgihhvy	f	2026-12-22 18:48:28+00
88	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	qgihhvy	f	2026-12-22 23:18:51+00
89	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	qgihhvy	f	2026-12-22 15:31:10+00
90	d3031de5-ec19-1b52-2c3e-9c95be86371a	qgihhvy	f	2026-12-22 20:30:12+00
91	edbddc1c-f633-e779-6146-7858e240e71c	qgihhvy	f	2026-12-22 15:54:24+00
92	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	qgihhvy	f	2026-12-22 06:39:15+00
93	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	qgihhvy	f	2026-12-22 14:49:35+00
94	740220fa-0cf6-7e87-6106-9cc72eebf871	qgihhvy	f	2026-12-22 01:13:00+00
95	df962ec3-2221-3c4f-34a3-791ce6834f15	qgihhvy	f	2026-12-22 22:17:20+00
96	e48a5db1-6790-b545-5699-2a3a495b967a	qgihhvy	f	2026-12-22 08:03:00+00
97	08be0292-ba51-316b-8a70-0b19060b4cdd	qgihhvy	f	2026-12-22 19:33:29+00
98	f77cd8c9-e8b0-588f-290f-46eea4d19d73	qgihhvy	f	2026-12-22 06:49:59+00
99	09b4e382-be0e-7f82-621c-eecffbd119ba	qgihhvy	f	2026-12-22 01:23:14+00
100	fa837959-e315-5b4d-c56c-b8093c95f791	qgihhvy	f	2026-12-22 17:16:57+00
\.
copy public.trending (video_id, score) from stdin;
68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	0
\.
copy public.view_events (id, video_id, member_id, watched_s, at) from stdin;
de2aa4f5-eddc-16f3-185c-bbe084de92ad	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	1	2026-12-22 18:23:45+00
17f5b57f-cd80-c316-39f8-97b30af8cd84	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	2	2026-12-22 23:20:39+00
1ad30f51-d0ed-eb8c-100d-6f5588ac2511	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	3	2026-12-22 08:39:44+00
82dd7c3b-273b-5611-8502-26c8b180bc72	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	4	2026-12-22 22:02:53+00
12bcb8e5-92e0-46aa-3ab5-4be434ec0752	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	5	2026-12-22 03:52:24+00
b85f3fb2-3ad7-aa3a-11d9-065bfd19ee8a	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	6	2026-12-22 10:35:42+00
311779c9-7b78-1f90-c1cd-744b45bc5ce5	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	7	2026-12-22 19:54:18+00
6c981e34-3b6f-21dc-98c4-5ed67011e4d9	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	8	2026-12-22 06:31:15+00
7acbb67e-82bb-9ef5-e2bb-e9619c13a457	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	9	2026-12-22 16:07:18+00
90b68ff5-606c-da97-dcd1-1d51efccf578	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	10	2026-12-22 01:00:53+00
d6becdb6-2b81-37d3-e4a1-52992ed73e9c	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	11	2026-12-22 08:35:19+00
3c12e402-eba2-ad9e-06b9-714e6503c4aa	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	12	2026-12-22 07:47:49+00
8017f876-e3e1-f4d0-4f3f-d48b7c813e62	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	13	2026-12-22 06:30:12+00
aab9257f-f3c8-9497-6a54-063c51476a9f	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	14	2026-12-22 16:11:28+00
45706de4-e547-35ba-af58-0175c5262aa7	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	15	2026-12-22 07:34:01+00
111dfb21-b527-21c1-7f6e-eab33fd82402	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	16	2026-12-22 17:13:18+00
e253bc41-12c3-38c3-0357-6c8cf4d7edf1	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	17	2026-12-22 02:29:44+00
afef7c68-b5a6-72c6-50e5-5ec750f1ea6f	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	18	2026-12-22 11:34:51+00
1f30aac4-6df6-4192-53f8-91909a996280	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	19	2026-12-22 17:07:41+00
afbd6b47-d8ef-886d-05ab-9c9a1c2c9af5	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	20	2026-12-22 05:33:22+00
fbd09073-a8ad-75a6-6437-924e1659af86	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	21	2026-12-22 02:56:48+00
a3b52a48-ba5b-d0e5-3708-035078b82de2	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	22	2026-12-22 15:00:56+00
a80e1c13-c8ae-d791-96a6-dc79e5df2224	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	23	2026-12-22 15:39:57+00
ee6d05a6-15e2-a129-f6bd-342d23e6a6aa	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	24	2026-12-22 01:24:21+00
721979d7-38c8-1c0b-e6de-6b2dcc524c35	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	25	2026-12-22 18:07:09+00
89ee12f4-fbcc-d30e-a8fd-2e9ac98f5fcb	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	26	2026-12-22 07:53:35+00
3b64644c-3851-a3aa-1e76-81541300b131	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	27	2026-12-22 02:46:55+00
109096f1-f2bd-1005-957b-c7e711cb269f	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	28	2026-12-22 04:00:45+00
7cf0dcdf-e685-8a3d-aed9-2bcaeaa734a5	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	29	2026-12-22 05:14:26+00
06066b69-c3f8-d6d7-33a1-ed67a2bf4b88	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	30	2026-12-22 22:45:48+00
aa67b79e-1d3c-73e1-06f3-45c02beb1c89	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	31	2026-12-22 04:04:30+00
b5a214f0-af09-0cb1-26c9-09d54da8aae6	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	32	2026-12-22 15:00:01+00
b7625899-00e6-2fe2-9925-b4cbc1ddf943	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	33	2026-12-22 02:47:44+00
8bad8dd6-ebdc-e651-6a70-35a945ad0893	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	34	2026-12-22 23:34:40+00
250aa760-8ab3-9527-10ab-a2652e33077e	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	35	2026-12-22 16:01:03+00
d7121eef-3052-5914-5490-bd7298075aa9	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	36	2026-12-22 17:38:37+00
c6261f84-c691-ce11-c44c-a2251f19932f	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	37	2026-12-22 16:24:25+00
bd5f168e-a828-4f79-18c3-47d11f1f1458	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	38	2026-12-22 10:19:12+00
c3fd8e50-4780-d7d9-ba5d-29f5a0678527	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	39	2026-12-22 10:50:55+00
515d581a-0e8d-3500-abe0-460d96d477ea	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	40	2026-12-22 15:41:17+00
ae219bdb-8a8c-58ff-cb77-16a397dfdb87	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	41	2026-12-22 02:46:40+00
97c76dcd-c8db-bae6-b8e1-da97100f079b	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	42	2026-12-22 21:07:37+00
3a16f682-1e5d-d78b-3973-1688346598de	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	43	2026-12-22 08:49:08+00
c6de910e-2179-cafb-e277-db84525b5292	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	44	2026-12-22 13:29:26+00
2c55a27f-96d0-2877-d777-05f130c9edd5	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	45	2026-12-22 06:00:48+00
9093eca2-0d52-4e4b-df2c-51e2288184cf	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	46	2026-12-22 02:46:10+00
23a84c4f-b7f1-357d-1c6f-bee301b194ea	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	47	2026-12-22 19:57:23+00
cf7e3bfd-cbba-373a-758c-da2dcbe13b7d	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	48	2026-12-22 05:32:18+00
44e99ad4-c9ba-2cce-888c-b254d05f9511	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	49	2026-12-22 18:05:38+00
095d39e6-5b74-3db5-fd47-275ea39402fb	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	50	2026-12-22 23:50:08+00
53192e0f-7f10-5c17-e47f-aeeb0a77c7dc	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	51	2026-12-22 19:49:33+00
acb40d8f-1846-4876-9c79-92ac42369b23	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	52	2026-12-22 15:39:14+00
077146de-1923-26f7-555d-18de728ea2bf	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	53	2026-12-22 10:02:37+00
b99678d9-8b8d-8c79-b2b2-344dbd0d8f77	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	54	2026-12-22 16:49:41+00
332f384e-3ac3-a32a-40eb-b82ffd0cdd79	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	55	2026-12-22 06:17:15+00
a10c2a17-06b1-3d52-e67c-9ecb12f5a209	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	56	2026-12-22 03:19:50+00
7fc7a9bb-6ba0-2f12-f16d-f2550d67b7b8	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	57	2026-12-22 18:46:31+00
fd0164a8-4571-559b-059c-42a9002fb2f9	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	58	2026-12-22 02:25:04+00
c9f205ef-a4ce-1208-c06c-fecdc2269c60	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	59	2026-12-22 16:29:50+00
a2153494-73cd-f56e-2b7c-062f59d1a206	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	60	2026-12-22 20:49:22+00
2f6cfa91-859b-c1ca-4a2c-3c9bce9adaac	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	61	2026-12-22 06:03:46+00
832f1e99-acf2-4ec6-73ac-8c73d39a6f7d	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	62	2026-12-22 07:37:50+00
14f38d76-9452-696d-35cb-0f8373ef7535	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	63	2026-12-22 13:10:48+00
cc820cbb-33ba-959b-b483-51bce92030a3	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	64	2026-12-22 18:17:46+00
241c34f4-593b-a388-fc81-81e6c332a1cb	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	65	2026-12-22 23:52:01+00
15737c06-0482-e64b-f7d9-64f02a36b77c	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	66	2026-12-22 16:22:24+00
ea6e9b36-73b8-aeb8-f5b5-9ad033d8fd72	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	67	2026-12-22 03:29:55+00
a3c3eb7f-5139-c20e-929f-26bdebc97477	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	68	2026-12-22 07:18:56+00
34b24d86-d6c2-7b00-db0c-891e276a84d8	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	69	2026-12-22 10:07:56+00
3880e5dd-400e-5364-06d8-0a17fbbc6581	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	70	2026-12-22 10:50:34+00
c8470048-e442-7bde-ede2-a4a1ae5380a2	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	71	2026-12-22 16:14:37+00
3b2b3792-f083-f0fb-483e-7ac5dba2650c	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	72	2026-12-22 11:35:34+00
e89eac0e-f93b-8ddc-486b-8c9ef681a03f	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	73	2026-12-22 21:57:17+00
014e9c06-ce4e-0829-fba0-8d7a2c65d16d	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	74	2026-12-22 04:14:30+00
6eb67102-0697-71e4-71e7-4022b9b56e7a	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	75	2026-12-22 16:47:21+00
5cbb6260-e74e-19e4-3bb6-5f63e8c6961a	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	76	2026-12-22 15:20:06+00
55164a29-cc83-f780-beeb-67470ab82cf9	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	77	2026-12-22 22:38:17+00
736db110-e8a6-d884-2f49-217378be7d6c	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	78	2026-12-22 15:21:58+00
46873f26-88db-189e-a296-8e62d03054fb	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	79	2026-12-22 03:22:32+00
3c94aa69-9c9b-dbe6-af7c-2ca8fd4178dd	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	80	2026-12-22 08:59:30+00
1721242a-ed6c-6755-605c-eca971c7f01c	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	81	2026-12-22 19:30:58+00
e299f5cb-ee11-a9b3-e72b-a4bd4e963c50	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	82	2026-12-22 19:53:46+00
5c2f7274-5169-3102-1a22-7ef05b84d83f	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	83	2026-12-22 14:53:57+00
5d5887ab-c0e7-5f62-6f82-84549dd80a8f	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	84	2026-12-22 03:39:50+00
5edc4b18-3cd0-b498-7f43-d0b534b219f1	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	85	2026-12-22 16:23:11+00
402f3f15-52e0-d17c-f778-240f67367464	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	86	2026-12-22 04:25:51+00
011e25df-3d90-8147-d6ef-ba59fbe94e01	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	87	2026-12-22 17:23:32+00
a5722046-dfc7-425c-2209-e7713172aae5	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	88	2026-12-22 10:43:43+00
cc41e1d7-f6d4-ff7e-0e33-27a1f2ca7d9d	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	89	2026-12-22 00:59:42+00
fe95cbee-1863-5d00-a840-771fb1ee5809	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	90	2026-12-22 02:45:53+00
fccfccdb-61b0-e94f-cd0d-e92fefefd6dd	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	91	2026-12-22 10:36:18+00
09045c79-d198-1ffd-c10d-068fe5562c7a	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	92	2026-12-22 16:26:15+00
76de759f-2630-8504-af3a-6b68e3d5507c	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	93	2026-12-22 02:25:55+00
5369cbd2-005b-29e4-4686-761cb27dfb78	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	94	2026-12-22 18:23:35+00
b0512ffa-b647-5725-c105-f920f716c67a	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	95	2026-12-22 22:15:51+00
2e7ae147-e7e4-85e9-1d9f-fb251d0ea623	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	96	2026-12-22 04:16:11+00
b76d81c9-68fe-4b77-7f28-d309ca64fd67	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	97	2026-12-22 17:25:59+00
4a3c6b9b-403a-5146-39ec-508b23d4e2f6	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	98	2026-12-22 13:22:02+00
28951fb8-ed5a-1d36-5095-6f96aa5b7a69	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	99	2026-12-22 16:19:55+00
5e1eced9-a46d-8c6f-1362-180ce5647be3	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	100	2026-12-22 15:42:00+00
57813ce0-fa0c-9772-3f16-ed9a5126504e	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	101	2026-12-22 03:42:22+00
abd9322a-ff2a-b44b-9f33-12d557fb0e6b	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	102	2026-12-22 19:55:28+00
5bf1852c-ff0e-3400-8de7-5ca8294a13e2	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	103	2026-12-22 22:05:43+00
3debe192-f083-f8dc-139a-24b96fb29f81	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	104	2026-12-22 02:37:30+00
40b7d067-a249-c950-31ec-751ddd2d2407	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	105	2026-12-22 07:29:44+00
63350084-52a9-f19c-bbe5-f31b1f905a6b	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	106	2026-12-22 20:02:40+00
636d1d6f-1c50-f801-db7e-9abb5d8c10a0	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	107	2026-12-22 00:21:22+00
8ba7e00d-af9d-299d-d8de-9ed5cf5fbde0	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	108	2026-12-22 09:31:53+00
27aff0fc-073e-a900-157a-696415113f43	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	109	2026-12-22 05:19:49+00
0978eab5-e17f-5f86-38c3-6a8369712bb1	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	110	2026-12-22 00:32:39+00
55d6199d-c761-352f-4382-152eb669ff95	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	111	2026-12-22 16:26:47+00
1975e66f-bafd-73a8-9892-4b457b86a1ab	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	112	2026-12-22 21:43:42+00
463d0d7b-0ec4-7201-e57c-c7e634f5716b	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	113	2026-12-22 06:26:35+00
c3c5726e-7a4d-7ae8-d18f-e6e9130dd1a8	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	114	2026-12-22 03:30:30+00
f2987ad0-0f76-a146-2882-547523801d3b	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	115	2026-12-22 11:59:32+00
4089409d-4b46-a4dd-671e-9307c99f4296	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	116	2026-12-22 05:22:03+00
c74bcc5e-6434-771a-0f47-5bb438c1e631	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	117	2026-12-22 15:38:49+00
07643869-f092-53c6-bb47-854fba3ba02a	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	118	2026-12-22 23:27:46+00
b3e27938-0b7a-b22b-0966-dde846c874b8	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	119	2026-12-22 06:32:38+00
1fbba6b0-bd00-5d26-3fe0-eae9df10850a	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	120	2026-12-22 19:44:54+00
642eabd9-51bf-7005-ccfc-af4c7c23d578	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	121	2026-12-22 18:35:09+00
45896d4a-c20c-c910-cc3c-0065d89c0c19	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	122	2026-12-22 08:18:19+00
f92c1e45-c77f-acc0-4280-c8cfb17d7f80	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	123	2026-12-22 10:46:44+00
f8a44f07-8e3b-51f0-7164-c01dcf9a9ec3	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	124	2026-12-22 21:52:29+00
bbee3741-8c61-0bf7-3b5c-4c0027f49bb8	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	125	2026-12-22 00:02:03+00
59b5c645-2c25-a097-2649-0dbd50c01d94	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	126	2026-12-22 05:11:11+00
74781531-c844-81b5-9f29-a9a76135b555	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	127	2026-12-22 23:08:03+00
66111057-0ea9-a160-4b22-2d30aaa09075	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	128	2026-12-22 14:54:43+00
369e530d-6d60-1ba3-19b1-f6512149d334	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	129	2026-12-22 02:19:26+00
1a59ae47-ee45-bd20-abf3-06e24ba7585f	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	130	2026-12-22 05:45:15+00
6ad228c0-57bd-3183-9ec5-fc144f2df2fd	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	131	2026-12-22 07:14:36+00
dfe33cc7-4e93-0b9b-84e9-b60c66563163	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	132	2026-12-22 18:48:32+00
8aa10b83-4c70-b93c-679c-6337379289c3	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	133	2026-12-22 15:05:15+00
64c25cc6-0255-0f1f-0f9c-ba83aca89345	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	134	2026-12-22 02:48:07+00
41cd181b-1b87-c21d-fa8f-62e366d3517f	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	135	2026-12-22 03:16:50+00
e3a6a037-4773-3e0b-e833-21c481579db5	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	136	2026-12-22 09:24:39+00
1f9acdd5-4415-e1e4-163e-a340520ed97a	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	137	2026-12-22 00:21:37+00
17ce189e-5680-d364-1c50-529268179964	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	138	2026-12-22 04:43:10+00
f7d0f41b-008c-b997-726c-53f6316462c4	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	139	2026-12-22 00:32:12+00
f9cebac2-dbc0-e9c9-a9d8-3694393490a0	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	140	2026-12-22 05:52:03+00
1f55a4cf-20f7-9eca-42f3-08aaa6ea9fb3	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	141	2026-12-22 16:31:39+00
4056f00d-6af4-74d1-eb83-43af333a28fc	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	142	2026-12-22 23:13:41+00
c234c594-adcd-49d3-4432-d13360f29ba4	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	143	2026-12-22 09:17:11+00
da15d9a7-49ff-9a74-1b4b-3c8a672673f0	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	144	2026-12-22 00:36:31+00
116ad5f0-d148-4165-b8d3-b4861a4e512c	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	145	2026-12-22 18:28:12+00
2b853e96-79bb-3c96-4a0f-9164f3a8c81c	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	146	2026-12-22 11:35:03+00
8affb210-a4d8-3c25-ce18-7014e70ac805	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	147	2026-12-22 06:47:20+00
14bd300f-8b43-97b6-2366-66454cad85f8	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	148	2026-12-22 23:37:01+00
3fe96b45-2edd-971b-67ed-99f5e7c3ddaf	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	149	2026-12-22 15:30:52+00
7b210a6e-f661-26bd-2f84-b0895233cfa2	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	150	2026-12-22 17:15:42+00
aa7fe11f-6612-ced8-f369-118ab11f196f	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	151	2026-12-22 06:33:07+00
95b19f6f-2a34-693b-f14c-56439e25789b	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	152	2026-12-22 21:13:29+00
cb4af584-3973-b0d6-f88e-d3484d086daa	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	153	2026-12-22 18:50:15+00
19bb117d-3ee9-bc21-b466-dfe5a0ddcced	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	154	2026-12-22 17:51:43+00
c99f31b7-7570-d6a2-85cf-a0ae60e951c4	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	155	2026-12-22 17:53:55+00
56ba8769-53c4-f1cf-54c6-0a5c2796782a	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	156	2026-12-22 14:19:14+00
87ddd2bc-cfa0-1078-4257-a902c015a7db	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	157	2026-12-22 18:00:17+00
720c424c-f3a8-0657-8d27-be3599b2b9f2	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	158	2026-12-22 13:03:16+00
8d5f5b0e-b945-567e-32a2-030a4bf5a2de	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	159	2026-12-22 16:59:13+00
22851192-c575-9d6d-a866-26e904b6a658	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	160	2026-12-22 01:06:16+00
8366ee0b-dece-4e3e-5c73-95c881f24954	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	161	2026-12-22 00:59:54+00
dae65c37-80d4-d436-e752-7c14db9d71ee	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	162	2026-12-22 17:37:14+00
daa04b43-78aa-2033-02c3-c38d0fd6fd8a	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	163	2026-12-22 05:31:55+00
1548b75b-ac6b-6937-c084-0b796b5f0fda	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	164	2026-12-22 13:42:19+00
4afee40c-3386-2744-4dce-d2e043601a8e	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	165	2026-12-22 02:40:18+00
89f8c5b0-60ab-c83c-6f33-c91c1063f523	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	166	2026-12-22 13:44:32+00
84c4484f-a5f8-501e-3cd8-e6daf9d50aee	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	167	2026-12-22 18:06:16+00
f83406ea-d27f-3848-e302-fa1e7a178a61	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	168	2026-12-22 17:22:08+00
2df9a8b3-0145-6f74-fcf3-412956342e4a	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	169	2026-12-22 13:21:20+00
5b8f0ba2-e7cc-8e67-00ec-7f2636ce9d78	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	170	2026-12-22 18:28:49+00
70915eea-3f53-88cd-0f42-25abd3cdc657	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	171	2026-12-22 18:15:42+00
6da6f807-1af2-6586-9c03-d483a99aa58c	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	172	2026-12-22 15:18:10+00
886dccbb-1f9a-8f9a-8fa6-a7257079eb00	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	173	2026-12-22 08:33:21+00
ed0e6278-cd23-855d-8cd9-e89a68dd5723	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	174	2026-12-22 23:56:16+00
d55915d1-e2e5-ea01-ae08-cb2b6def64a3	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	175	2026-12-22 22:19:56+00
f1d22679-275e-a4d6-6a8f-cfb3d52c03a2	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	176	2026-12-22 21:17:35+00
44742b40-57cc-7a79-371c-dbbea66eacc7	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	177	2026-12-22 21:48:34+00
20bb044e-1818-8c89-7219-bff12e9a3cbd	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	178	2026-12-22 16:44:41+00
6b9ef0ca-f68a-c2b5-92f6-d3d413d0a7d4	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	179	2026-12-22 10:53:20+00
811bb830-a051-f8d0-494b-6358f01c9fa2	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	180	2026-12-22 04:17:41+00
cfd9a06a-0677-cac0-e684-3d1f0ad32e9e	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	181	2026-12-22 09:46:55+00
d74dad4c-c081-17dd-d210-28ac779cc224	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	182	2026-12-22 14:33:08+00
89792a95-8e4b-2e6e-dc4a-62e8f8591963	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	183	2026-12-22 15:33:45+00
51690934-835d-cfa9-20f3-7a3880683b81	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	184	2026-12-22 06:00:33+00
246bc820-0cd4-9584-fed0-8a97fa0d5830	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	185	2026-12-22 02:39:39+00
2eb523e0-3757-851a-af9b-913ffbffa248	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	186	2026-12-22 00:02:10+00
158ef1e5-f990-c74e-41b5-97524755acaf	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	187	2026-12-22 11:31:36+00
5a2f9dca-17c0-fef6-5475-1f4f1e111d6a	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	188	2026-12-22 23:53:00+00
55934a6d-dbfb-2786-698d-ce4be417d8f4	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	189	2026-12-22 17:09:50+00
fc1e21b6-0b5c-4690-be3b-c05b4075bcac	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	190	2026-12-22 19:10:33+00
13ebed63-af56-34ee-4e81-85d7a9d79055	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	191	2026-12-22 01:57:05+00
1c32acd8-08ce-0d4f-8e5b-cd48be4864e4	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	192	2026-12-22 01:14:48+00
cd418954-2523-cacf-ee16-d5d64c5553b2	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	193	2026-12-22 14:44:44+00
20be7d96-3468-19d4-f203-a09d64852fea	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	194	2026-12-22 15:31:04+00
22fe2ffc-07ff-3115-140e-c6c96b44318e	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	195	2026-12-22 20:05:20+00
97242d7d-3b95-c12c-fdc0-a96cfad5911c	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	196	2026-12-22 03:09:21+00
545d13ab-5fd3-175a-cafa-8d33f9f5eebf	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	197	2026-12-22 18:50:56+00
14ea1001-a681-2b16-79e2-9e091161e197	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	198	2026-12-22 00:12:23+00
921e67c0-2d8e-e92a-dbd1-1accd91f0084	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	199	2026-12-22 18:38:21+00
f6678719-0d88-a0ff-3e9e-fcb5a7032028	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	200	2026-12-22 01:48:24+00
dc48205f-02ea-d94c-b995-966ac82cef8e	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	201	2026-12-22 23:58:14+00
e5c98ec5-f80b-8597-6dc1-f70f2d1075f0	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	202	2026-12-22 03:29:43+00
c0b3df49-eaec-86c6-0aff-93514cbf5dd1	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	203	2026-12-22 15:00:05+00
08f3eb74-7a56-e8b5-7851-e2113224c36b	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	204	2026-12-22 01:53:27+00
fff665cd-5628-e9c5-d4db-fcb73c39458a	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	205	2026-12-22 08:15:44+00
23538539-3440-6470-7854-db2c78ddd0fa	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	206	2026-12-22 22:17:06+00
004ecbaa-b4b9-3fc7-052b-145e5b57af40	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	207	2026-12-22 01:54:45+00
5ffa8df3-3ed3-ccbe-a455-3925a71ca9b7	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	208	2026-12-22 06:46:23+00
099b3b7f-ce6f-12f9-5bfb-072cdf3df7b0	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	209	2026-12-22 18:24:35+00
cec62db7-77f1-52e6-e53d-a66521844fa1	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	210	2026-12-22 10:29:32+00
fe269d1a-a933-7825-8f77-ff95ea5a3b1d	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	211	2026-12-22 03:22:19+00
cd2463b5-636f-9c6e-90f9-096362dc5def	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	212	2026-12-22 17:15:27+00
7cfafe28-0f33-aa34-9423-ca879ddb958d	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	213	2026-12-22 08:32:59+00
ed836708-07b8-1757-5af7-6f10e1d1117a	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	214	2026-12-22 13:39:42+00
dd02898c-5ca0-94dd-74fc-e5f37e5f8db3	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	215	2026-12-22 23:47:13+00
4120659b-851a-8dde-ffc1-f974ba5c433f	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	216	2026-12-22 09:06:16+00
33c31ac2-35f4-3fcd-61c5-e643d0bed4c7	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	217	2026-12-22 17:06:02+00
b6e3c2c3-d6d7-5df3-fda4-c559879dd02b	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	218	2026-12-22 09:58:12+00
b5f89239-86f4-8bdd-5658-4f0f2d808093	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	219	2026-12-22 10:24:50+00
a3b67bab-ad18-df1a-6cd0-afdf27fe7e1c	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	220	2026-12-22 04:25:53+00
06e20153-714e-e611-d817-09d2f194f4cb	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	221	2026-12-22 08:10:33+00
fb74301c-cfce-993e-9f9e-22037e8a75e7	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	222	2026-12-22 08:32:00+00
04b876b0-95cb-5fea-843e-ce259ebba14a	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	223	2026-12-22 10:34:07+00
cd4b9b0b-517e-c822-959d-fa046f4e3419	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	224	2026-12-22 07:22:51+00
f269cc16-a4f6-d86b-dadd-6ef6cdd32681	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	225	2026-12-22 14:56:19+00
4455528a-ab78-e75b-fdbd-67ffba2e3738	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	226	2026-12-22 14:09:18+00
ea5bb119-a65a-1616-2cd3-2cbf6005d02c	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	227	2026-12-22 04:54:03+00
0816a64a-b19a-fc7d-98a0-df86811b1433	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	228	2026-12-22 23:16:09+00
92412284-9477-02f6-ba9c-6841e41b544d	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	229	2026-12-22 18:58:09+00
3c9c45bd-4f5f-9a83-9aef-dd26537a90c2	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	230	2026-12-22 22:05:26+00
d7a86b5e-70b6-269f-015f-e0f08bd4afc0	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	231	2026-12-22 04:04:23+00
2011f27d-c0b4-1cf2-1f22-4fabb70bb906	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	232	2026-12-22 19:40:36+00
811aaada-03c0-e39d-5752-55a32b2b08f0	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	233	2026-12-22 12:55:25+00
ea002012-2855-c6db-6ffb-d0ad6f84a47e	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	234	2026-12-22 03:54:48+00
04d09304-6bdb-a0b5-6412-7473cc0bd2ee	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	235	2026-12-22 06:54:52+00
9b4e74de-4335-adcc-6c3a-a8d1367d32bf	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	236	2026-12-22 05:10:27+00
c421ff61-5321-6886-b8ef-7822ae235079	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	237	2026-12-22 00:29:15+00
208280b3-7c07-442c-7117-93df1c11a35c	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	238	2026-12-22 18:41:16+00
d8fe9cea-3d40-fefd-31be-47cad5b85cab	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	239	2026-12-22 21:23:09+00
a443b92e-3a0d-b3f3-454c-60cc2532e234	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	240	2026-12-22 08:55:18+00
5b947a05-0fb4-7132-0578-9dd04f9a4920	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	241	2026-12-22 06:04:38+00
268e3978-cfc0-2340-8abf-143ecaab1b33	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	242	2026-12-22 20:17:41+00
db23a054-4270-a872-918c-4dc21d9ff6e2	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	243	2026-12-22 04:16:16+00
315805a4-ec0e-b9a2-9866-e5f80666961f	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	244	2026-12-22 15:19:41+00
f29a935b-c4f0-d381-ec6a-f77bf01904bc	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	245	2026-12-22 12:59:00+00
5d5145fe-cb00-5da4-83ec-8c768be4bcaa	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	246	2026-12-22 13:51:03+00
e16740ef-6b40-de80-d6a0-252fe31ab2fe	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	247	2026-12-22 11:55:42+00
23b6794c-1b23-6a73-ffb9-648ff48cc819	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	248	2026-12-22 00:34:27+00
fd17faf5-56dd-e2b0-6a0d-18b51903bfd2	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	249	2026-12-22 17:22:18+00
2f50e29d-a945-c690-f12c-7fd7cc1dcc5d	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	250	2026-12-22 00:09:56+00
9989e25a-6833-b8e1-c99e-9a937f8b8270	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	251	2026-12-22 11:40:14+00
31fc42d9-16b7-dd58-c2d0-da48c70a475b	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	252	2026-12-22 04:30:17+00
6c810280-b7ad-d436-75dc-06505265b4f2	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	253	2026-12-22 06:36:58+00
1cafc76d-d1f5-b0f6-fa3f-36d949223a3b	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	254	2026-12-22 18:23:13+00
3aae239b-1e9c-7168-6f3f-b700d801f51b	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	255	2026-12-22 20:28:13+00
0ed98870-552d-8626-4aef-7970807ea7bc	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	256	2026-12-22 00:52:51+00
aeab0439-75b1-d00f-3bd2-547b5f65650d	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	257	2026-12-22 05:19:15+00
88e83098-cde1-0afa-ec21-cbd72ed7c68e	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	258	2026-12-22 20:09:29+00
c1f36e4a-e35d-cc42-c376-7a6df44b10c9	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	259	2026-12-22 00:53:44+00
9b488df9-7229-def0-25c0-906c3a5b288d	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	260	2026-12-22 04:06:25+00
e352919c-e6d9-6249-56a5-11888afcb6df	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	261	2026-12-22 21:30:26+00
4d6788d1-5ec6-9b2e-c577-f31ee104298f	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	262	2026-12-22 19:21:54+00
2c9a35bd-01bc-b57c-986c-2350340b2106	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	263	2026-12-22 11:28:52+00
f3855c2c-8cd0-6ab1-0ca7-85c759184bc3	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	264	2026-12-22 13:08:58+00
3b52e862-e94f-5e10-ed57-968f31f6497f	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	265	2026-12-22 01:31:53+00
f70b8bd4-16b3-5877-0a36-028407c721ca	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	266	2026-12-22 14:00:48+00
0b0e466a-2d4f-b1ef-b204-aa8a29033c02	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	267	2026-12-22 08:14:06+00
5d22c56c-11c3-1e0a-655a-e787f2e22bb8	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	268	2026-12-22 07:57:24+00
ff52e21f-379b-cbfa-7677-9c7ae33f0773	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	269	2026-12-22 09:09:41+00
24d77c3b-7fae-06fb-9020-f5c1f7b0bf50	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	270	2026-12-22 01:11:41+00
f52f507c-03f5-8bf4-65d0-ea259a6ce88f	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	271	2026-12-22 20:05:06+00
cb820d88-6d13-708a-235a-01e734a9af6c	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	272	2026-12-22 15:20:32+00
b1a1d91f-7e75-cc16-99d5-b52651d75cb4	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	273	2026-12-22 07:30:42+00
21f27cdf-ec6f-29f3-1ab1-6436a107be7c	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	274	2026-12-22 08:25:36+00
8d8ed915-2a65-2ef1-8a20-3004d02dab6d	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	275	2026-12-22 20:24:30+00
b405df15-1be8-5982-66d6-6aae455eb043	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	276	2026-12-22 17:14:31+00
56a3a50b-8fa1-7419-5444-0b64ba7fa3c1	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	277	2026-12-22 17:37:45+00
c10d3f91-a3ef-6873-79b8-d1afc488ecb8	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	278	2026-12-22 00:31:28+00
0f00f69a-b9d3-feaa-cc44-04f01d187018	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	279	2026-12-22 00:11:05+00
7ec390ae-db4c-0161-940e-d85157717a47	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	280	2026-12-22 11:06:25+00
2392ee02-8869-7bad-b47a-514311f6dd7f	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	281	2026-12-22 06:54:31+00
f204d11c-7676-1cd8-0080-46606776771f	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	282	2026-12-22 15:08:44+00
da637a4c-a620-84e2-7d93-df6ffcb1ce1a	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	283	2026-12-22 20:09:16+00
e4ac8f0d-f00c-df18-2f27-85d632f66134	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	284	2026-12-22 11:52:11+00
999c5d23-5f3f-5380-5a14-93de37ffc6da	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	285	2026-12-22 00:46:42+00
e318b3a1-2f16-b3f7-d71d-ed8be2f82738	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	286	2026-12-22 18:57:37+00
62e2d3ac-8471-5918-e39a-8f5b572247d9	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	287	2026-12-22 09:55:51+00
bfdf9c5d-7343-149c-b350-1dda32c363bb	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	288	2026-12-22 13:52:38+00
6a0b508b-a9e4-c7a4-8637-dffe635ef169	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	289	2026-12-22 00:29:42+00
0a7d03e8-6c68-9261-8897-bd1e3cef16e2	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	290	2026-12-22 02:01:36+00
70fd093f-5dd6-ecb0-df88-9a724ebdc78a	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	291	2026-12-22 14:05:17+00
28191a0d-cd00-63a9-a25f-1bf37405119b	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	292	2026-12-22 19:24:32+00
666df3bd-1262-9ae5-bd6c-e5607fc57ebb	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	293	2026-12-22 22:55:47+00
9a8bf2b7-36d6-ef20-698e-8b7a8fc2c260	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	294	2026-12-22 01:21:52+00
9bdbf410-5f7a-1e72-c131-4633f0bf5cdb	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	295	2026-12-22 10:40:46+00
d27c94e2-4e88-66dd-245f-0daa1ca7f209	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	296	2026-12-22 07:46:55+00
1e1651eb-3e5f-39ff-0481-b11956bd365a	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	297	2026-12-22 18:00:32+00
a8d91457-e744-87c3-5f9d-b54a359d89e4	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	298	2026-12-22 01:46:27+00
74d8404f-0e80-fff8-efa5-0e47b917f581	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	299	2026-12-22 16:16:24+00
61fc3862-a026-6171-078a-6d7c580d826a	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	300	2026-12-22 14:14:43+00
a37ba0ac-e7e9-8986-c8e2-5dca36c0a66a	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	301	2026-12-22 16:10:25+00
1808f87f-34f1-75fa-d4b3-74b0ba8fa92e	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	302	2026-12-22 05:20:08+00
9b1a9661-7285-116b-5706-bd206beab9c9	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	303	2026-12-22 06:36:50+00
7f69327b-83fc-a610-995a-384de9caf515	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	304	2026-12-22 23:26:02+00
460ec967-6eee-7c65-60bf-e7285bf95d9e	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	305	2026-12-22 06:19:41+00
82b9a134-6328-ccf7-5d3a-b833d28e9ecd	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	306	2026-12-22 00:49:13+00
64bc514a-4679-081c-1a73-d050cc4fe545	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	307	2026-12-22 23:55:10+00
24779dc5-578d-aa65-d8ef-436ae728286c	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	308	2026-12-22 13:24:24+00
53cb4107-4aab-4067-a79d-a4c87adc6b5a	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	309	2026-12-22 01:33:54+00
a7290f0a-a4a9-991b-eec5-472ed822c8b7	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	310	2026-12-22 09:26:38+00
11891602-9be3-a473-3155-9fe1ce8c16cc	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	311	2026-12-22 21:13:14+00
a6d7695b-3b8e-aad9-76eb-90e5e5310dc9	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	312	2026-12-22 15:42:02+00
6bc98a95-6941-ccee-a9a5-8fc7fe57c3ce	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	313	2026-12-22 17:19:05+00
5e11a045-2ba8-8873-c0b4-f09ccaae96dc	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	314	2026-12-22 08:06:49+00
4b3babf2-30e1-65c6-7e16-891277bc15fa	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	315	2026-12-22 16:37:15+00
22f38642-f01e-c536-ce15-64d34716040f	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	316	2026-12-22 12:28:18+00
15a233dd-3ff4-c141-4da0-e294220193da	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	317	2026-12-22 21:21:45+00
6067d8b5-3aa3-2fea-4342-1df77a51cbd4	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	318	2026-12-22 00:52:55+00
e2945ffe-ba55-4b43-d617-b644cb8f0b2e	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	319	2026-12-22 04:37:58+00
2176df05-da8f-e036-fd76-40a5426747b5	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	320	2026-12-22 11:03:01+00
9a3c3441-6417-8b38-6da7-5e8fe49e385b	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	321	2026-12-22 19:01:58+00
0c62bb5e-f0d7-cdd3-4abf-ba163ade5084	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	322	2026-12-22 05:42:52+00
8b775987-0ec1-0fc2-1e60-1b688f410b91	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	323	2026-12-22 17:16:03+00
1fb4a83a-fdb4-1d50-3fe4-b3959db578ab	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	324	2026-12-22 06:38:06+00
4828ee93-2995-f3e8-6274-d21e3c3b9663	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	325	2026-12-22 10:05:24+00
5d724684-088f-3d8d-59ae-72602eb56a03	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	326	2026-12-22 09:58:14+00
bf65a3cf-6b81-2e7b-078f-0c30d2235653	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	327	2026-12-22 19:23:28+00
4488abda-ed83-147c-6fbb-7ed01d8f1b5a	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	328	2026-12-22 04:44:29+00
190ae81c-342a-f840-ee70-726a10550272	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	329	2026-12-22 14:29:14+00
6af02235-ccb0-2e67-4c3a-df7ba229eef2	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	330	2026-12-22 13:12:52+00
b5ca7863-33ac-3e8e-a34a-6246dd725f4e	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	331	2026-12-22 06:05:41+00
5fd73151-fbdb-8b20-6411-84a5528f65d2	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	332	2026-12-22 13:45:38+00
b416d72d-246b-09b7-d098-f9ee73971ca4	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	333	2026-12-22 16:00:54+00
74861542-a342-3fa8-6900-b348434fd159	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	334	2026-12-22 18:41:50+00
205ddf32-7bb5-a198-23ea-f2945116f9cf	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	335	2026-12-22 11:36:33+00
f216f0c2-b26c-9eaf-1f69-9896a00d66a1	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	336	2026-12-22 11:40:23+00
f1b0be5c-9b11-a200-f7f4-b739ce002d4f	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	337	2026-12-22 23:42:52+00
b3ddec8f-ab74-d745-9dc1-b27cd0c45167	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	338	2026-12-22 06:47:05+00
93c561e2-a990-5ffb-7b38-32c71bcbd6ad	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	339	2026-12-22 08:27:38+00
cc5c863c-9a17-30c2-b470-303a5a6cb4e0	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	340	2026-12-22 04:12:44+00
d747b1bf-2c91-7d80-414a-61dcc8843115	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	341	2026-12-22 14:29:39+00
be0613b9-167d-ed7d-f4a0-bd362474f0b1	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	342	2026-12-22 10:38:45+00
78c38038-cbc7-b8a0-6bc7-e3f538aefd78	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	343	2026-12-22 13:02:06+00
1fe1b52d-6e9b-8e97-e0c4-dcbcfbbde170	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	344	2026-12-22 21:44:17+00
f4ab04d3-3110-9b58-d265-1d07f5a56602	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	345	2026-12-22 23:49:02+00
0d1cc2b7-f17a-fe47-ed45-a25d175fb37c	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	346	2026-12-22 17:35:52+00
8f582e2e-15d9-24c9-35d5-630b4aed0cc3	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	347	2026-12-22 08:07:32+00
45172d40-fb93-ed10-cc89-5cc2247447a5	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	348	2026-12-22 05:58:16+00
f88fe42c-208e-39f8-e102-085ae893d6ce	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	349	2026-12-22 00:44:28+00
1eb4f6fc-01e2-c036-a8e6-def79eb40bf3	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	350	2026-12-22 15:31:34+00
482d79f5-78fb-8f24-265c-e036ded37955	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	351	2026-12-22 02:44:02+00
854257b6-71d6-276c-cff2-aa3d842c13a6	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	352	2026-12-22 06:40:22+00
34ffd9a7-75c6-5876-2fe0-137d6e9748ff	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	353	2026-12-22 19:33:19+00
ba2bfc2f-c876-7bc2-9f98-1d6bdfbaabd6	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	354	2026-12-22 04:03:41+00
d3d4dfbc-25ce-ae7f-1b17-1d7516db7ddf	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	355	2026-12-22 15:44:40+00
1c417c9a-4066-be36-cfe1-9ae817110364	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	356	2026-12-22 03:13:48+00
61b1519b-9e12-41ba-8e8e-db3d026d836e	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	357	2026-12-22 15:24:55+00
c2af9806-cac5-cb10-b551-5af0ce8166ef	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	358	2026-12-22 12:22:03+00
b4388bc5-c606-cae7-4b23-d952c065b156	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	359	2026-12-22 05:02:42+00
57b916cc-f56f-b312-20fe-9cc8aeca62aa	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	360	2026-12-22 00:42:08+00
13afcf0c-bfa6-2290-f42b-41178a643fda	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	361	2026-12-22 15:54:37+00
4fcc5549-b45d-2362-7886-7b4e9266a33a	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	362	2026-12-22 07:42:24+00
7edce071-4e34-a1fe-4a19-ff0507dcedef	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	363	2026-12-22 19:57:01+00
f1e7bfe3-97ee-3fd3-bdc0-1d30e93e2413	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	364	2026-12-22 02:41:22+00
493e66a5-a287-253a-4f8d-eb7b5193a2b4	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	365	2026-12-22 03:37:25+00
24f5cd54-41bf-dec1-7292-a59cbf9269b2	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	366	2026-12-22 02:42:03+00
a593b57e-1da4-3ef8-664e-a8135636fd77	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	367	2026-12-22 08:29:28+00
4c0180e0-3e3f-4e6e-0122-1df2367e4524	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	368	2026-12-22 22:48:38+00
053b2849-a655-a280-885a-3c3d01601384	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	369	2026-12-22 23:32:44+00
4c2c88a8-1531-c8c3-ec74-70e90b0a2933	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	370	2026-12-22 22:41:27+00
1511f2f5-4297-232b-2f20-b1c59f45f7ba	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	371	2026-12-22 14:48:09+00
a10a85db-9476-61ff-b17f-4339ea34ec86	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	372	2026-12-22 07:59:06+00
26d38e20-1d70-f14d-22e4-d2c32bbba09e	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	373	2026-12-22 06:10:15+00
8ca09081-6ad3-9cb9-7bd1-53de44d7229c	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	374	2026-12-22 09:25:05+00
7eb6bc09-7961-10a9-a73d-229d3e1d354c	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	375	2026-12-22 14:42:20+00
3a22f72b-7146-449d-8208-e2b7f2740d9f	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	376	2026-12-22 07:13:20+00
29a34b7d-f3e8-2b4d-d595-988fc6e7002b	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	377	2026-12-22 02:17:25+00
0b57ef97-0191-7b5a-ec3a-64375a3ec94f	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	378	2026-12-22 01:29:18+00
b23f05c0-f5b5-d47c-23d3-bc8798ddb827	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	379	2026-12-22 22:49:14+00
8a010bb7-d1c2-781c-ef1d-07a87d0a6b08	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	380	2026-12-22 14:29:41+00
521e7c0b-3d6f-6314-e9fb-de4fffa347ac	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	381	2026-12-22 22:36:16+00
9991faf7-54a7-682c-7e7d-415781c88d55	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	382	2026-12-22 11:38:30+00
41da4da8-9183-009d-e33c-0226a06963cd	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	383	2026-12-22 09:07:35+00
19345dbf-ca18-b782-cea5-9149237acba7	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	384	2026-12-22 08:10:38+00
e54ab3a2-6f26-decc-f669-5f3198b13eb7	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	385	2026-12-22 04:55:19+00
c1cd5179-ae01-3ceb-6a74-5074859813ad	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	386	2026-12-22 14:31:56+00
7cd0c659-9e4e-b622-b997-ff4fdb0e555c	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	387	2026-12-22 14:13:44+00
011321a8-16dd-1fe9-7dbd-647f1fcb860b	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	388	2026-12-22 13:00:19+00
5796df5f-b15b-9e2d-14d4-e69c95b46d60	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	389	2026-12-22 11:05:31+00
8d30ab3a-bf58-5c51-4317-f18f82d4d924	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	390	2026-12-22 22:06:59+00
56d29ea5-526b-305b-5e67-b3fb6b559e04	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	391	2026-12-22 08:50:47+00
19d4aa70-2db4-396f-d9bc-9bc228bfbd8e	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	392	2026-12-22 17:33:09+00
74da497c-c7d6-9043-4753-30ff7e3c4f31	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	393	2026-12-22 18:54:29+00
fc49c3b2-4253-8ed3-2368-df209f8960a5	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	394	2026-12-22 11:29:07+00
d914b005-e953-59dc-74c4-b84fb13185d4	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	395	2026-12-22 09:18:00+00
1f17b4d9-9a4a-7d7d-f65d-789b87657b7c	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	396	2026-12-22 18:48:50+00
3e8d640d-446f-b605-f5b1-394378814493	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	397	2026-12-22 19:01:25+00
50898eaa-1b54-501a-c469-fbb05fae773b	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	398	2026-12-22 16:07:35+00
53369ea4-b95a-9201-8b00-a02509676c45	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	399	2026-12-22 22:10:29+00
91773df5-a41e-5854-e160-272df304bb46	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	400	2026-12-22 10:50:20+00
fc77d51d-5381-07cc-b6ac-09dc1624ca02	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	401	2026-12-22 17:52:05+00
2a48830c-610b-6e39-ccf1-95b8125767d0	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	402	2026-12-22 07:58:23+00
f5833f0f-05f3-10fe-cccd-b72839eda67e	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	403	2026-12-22 14:19:40+00
f218aeb5-fb80-7036-67c1-978a40ffe451	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	404	2026-12-22 17:57:14+00
1498197f-0ed9-43af-e0e8-75f104643711	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	405	2026-12-22 11:29:15+00
1eab8884-5171-a83b-398a-382d27a9c594	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	406	2026-12-22 08:25:20+00
3724ad9d-ee9c-17bb-ab0f-82279c8282d6	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	407	2026-12-22 04:42:20+00
016a0798-c712-f229-ae6a-86ae50b02a52	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	408	2026-12-22 08:51:41+00
a53cb3b4-d92b-48da-1760-a4d035b3529e	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	409	2026-12-22 00:50:07+00
ade2a376-8529-767b-a296-a0eac2194d9e	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	410	2026-12-22 01:56:38+00
628cc095-5dab-a244-e97e-d15f2df4712b	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	411	2026-12-22 15:47:25+00
a902be56-20fd-6f34-168f-0695134607bb	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	412	2026-12-22 11:46:07+00
37796f9e-9ecb-d83e-c77b-6346c57410f0	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	413	2026-12-22 18:46:44+00
765b530e-f30e-9278-6d70-b145883abff4	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	414	2026-12-22 21:03:55+00
0a2fba45-10ad-9ec1-f0b0-8bb3411eeaa1	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	415	2026-12-22 02:33:28+00
f99479c9-163a-dbed-3a7a-3239a09f86d4	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	416	2026-12-22 07:15:11+00
939cde16-f3bc-88ed-4648-e2b802b2740d	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	417	2026-12-22 05:41:59+00
d4c20686-325b-69d7-c13a-fa3e8cd1c768	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	418	2026-12-22 17:17:00+00
70eadc9f-96e6-3bbc-3dd6-837f130cbac1	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	419	2026-12-22 12:21:07+00
426e3b96-8257-7679-c457-96025db753ca	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	420	2026-12-22 10:30:37+00
55b0af9c-64cd-a0b8-2f9c-8631ca753016	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	421	2026-12-22 09:47:55+00
7494af11-d9a6-bdaf-8928-b2034f9a18ab	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	422	2026-12-22 17:03:48+00
b5ecb231-ccc3-58f2-23db-2d8096cca927	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	423	2026-12-22 09:02:15+00
07372ee3-485b-65ef-e016-e271a4751e09	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	424	2026-12-22 07:35:41+00
b84272c3-f618-0344-cf55-eb8631831cfb	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	425	2026-12-22 04:52:12+00
d2578fe9-ad13-9bfc-5499-838fd5af22bc	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	426	2026-12-22 01:43:48+00
7e2e220f-475c-9aee-c5f1-2c23110c2bbd	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	427	2026-12-22 05:16:29+00
67e0b53d-6a9b-5085-d362-b486047d8bb8	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	428	2026-12-22 08:41:14+00
b301032a-1523-8562-f58c-cc244061b3c4	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	429	2026-12-22 17:08:43+00
4561d4e0-8a27-7016-e8ab-cc0d154e21fe	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	430	2026-12-22 22:59:24+00
ff7bddac-26eb-213f-43a7-6fbcd3322601	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	431	2026-12-22 10:45:41+00
c5fc3532-7d6d-9495-6624-9f3cdb3157d4	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	432	2026-12-22 18:20:08+00
811ba958-35b0-f17d-4fa5-a0c0b8739ce4	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	433	2026-12-22 15:39:41+00
ef4fa202-2c03-797d-29b2-923fcf529799	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	434	2026-12-22 19:51:49+00
81b9704e-9283-9f23-c026-9bcf6ad5849a	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	435	2026-12-22 07:31:45+00
bb21777c-7b4a-819d-caf1-03fbfd4f4ea3	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	436	2026-12-22 23:25:16+00
c103f804-4f3f-0890-32d7-0c863df106d3	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	437	2026-12-22 17:37:54+00
830fa65b-1c42-f1bd-f9f4-937b084a9370	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	438	2026-12-22 07:49:21+00
9f7baf4a-479d-850f-2cdc-e7093e28596f	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	439	2026-12-22 16:02:29+00
5b71a35f-1f19-ca35-d50a-6b0fa7952928	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	440	2026-12-22 16:56:20+00
c239bd24-4ba9-04b5-d1bc-76c8dbf8d956	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	441	2026-12-22 16:29:42+00
5b994176-20c8-c921-3e84-d349ebf48354	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	442	2026-12-22 19:10:27+00
1edf8d77-8dc2-4e97-ad8f-480fe5ca297d	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	443	2026-12-22 19:22:59+00
b56cdca2-ebf1-fbb3-635e-47625b408c12	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	444	2026-12-22 13:39:16+00
6e5576e6-b4cb-3ea6-5c9d-c92ba9cd17e9	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	445	2026-12-22 18:13:20+00
0b769f71-59a4-4f1f-0383-4f5898004e62	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	446	2026-12-22 15:08:01+00
3d23ff38-41a8-2fd2-c561-cd7775d2e812	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	447	2026-12-22 17:22:47+00
1ac1b389-9009-4247-cdab-b12a48cd4fc2	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	448	2026-12-22 18:24:00+00
0e962c90-d7f6-ba67-aeb2-ea56746c41d3	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	449	2026-12-22 23:16:41+00
b69fd4ee-06e7-6332-86d0-62508b31eaec	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	450	2026-12-22 23:37:08+00
05fb627c-d197-0a19-6ddd-1dca65648f78	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	451	2026-12-22 05:11:18+00
dd3722a6-902b-99ea-a44c-3b1ea455a8e2	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	452	2026-12-22 14:03:15+00
77dbaa97-517f-d1e2-229e-6f2cf02fe62e	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	453	2026-12-22 02:27:43+00
6c2d1325-29d3-2d3a-4aac-9b879570846a	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	454	2026-12-22 02:06:16+00
eb0f74a7-acf3-a44c-6cbb-41d685cec369	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	455	2026-12-22 20:31:40+00
ca351737-d1dc-0567-1e0e-2239b38e21f7	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	456	2026-12-22 07:30:45+00
31dbdd63-3b55-a6fc-165c-696b703f6a20	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	457	2026-12-22 13:03:06+00
4362affc-babc-daff-ee57-165d70c47d84	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	458	2026-12-22 15:06:13+00
83cbc66a-fe03-5001-cec8-705cadc2964e	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	459	2026-12-22 14:35:11+00
5dd3e73c-3953-2667-7a4a-8413f12888ba	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	460	2026-12-22 20:35:49+00
256949be-d297-8caf-e1d8-1592660b154b	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	461	2026-12-22 12:17:26+00
17208e80-8ab0-9e3c-8c6c-88894ed7e731	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	462	2026-12-22 18:19:34+00
14ad0ad4-8407-855d-2959-a6ed50aa50f1	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	463	2026-12-22 06:45:25+00
e4f89b4e-62ef-b968-6ca9-dd1b9544b8ee	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	464	2026-12-22 11:59:46+00
660e1f30-057f-a773-8c17-d4add9c9623e	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	465	2026-12-22 05:45:22+00
64ed508e-9da3-34bc-ec44-51fb7b81f108	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	466	2026-12-22 05:13:06+00
260aeb43-b1d2-b238-e902-36d24c75edcd	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	467	2026-12-22 09:32:14+00
a858f51a-5838-d0ef-3079-aa430167daa2	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	468	2026-12-22 09:20:02+00
e313eb52-08d3-a845-a2af-ae12141c2575	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	469	2026-12-22 09:02:12+00
7b536dbb-5f45-a68b-32ab-d1dcdb99f349	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	470	2026-12-22 12:25:27+00
25c40868-2a72-0cdc-f3c4-14f9ded712fd	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	471	2026-12-22 05:49:42+00
0cd34d55-f7a0-0f27-5691-44d08506f36d	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	472	2026-12-22 09:09:48+00
74b3e053-0729-0353-7961-df1a20801c59	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	473	2026-12-22 21:21:48+00
3ec0229c-8b79-a22e-fcec-7a6e368bf92e	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	474	2026-12-22 08:58:56+00
84147dcd-4b6f-0e43-5d65-3e95ebad820d	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	475	2026-12-22 17:00:35+00
13fac896-e0fd-41d9-c7a4-c4975f85be6f	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	476	2026-12-22 18:07:17+00
d242fcef-dd79-008e-d130-66b205005f5d	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	477	2026-12-22 18:48:52+00
335d9ff3-98ec-d4ec-25fc-492d342a3550	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	478	2026-12-22 10:43:47+00
892f4666-d373-2007-29fd-a2d80623650b	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	479	2026-12-22 17:41:25+00
88b1b127-f271-e2e4-2d6d-774653adfeb2	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	480	2026-12-22 02:48:25+00
50670629-a04b-4bbf-a8c5-de3d3bdbe5fb	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	481	2026-12-22 14:05:58+00
8105ca3e-5a8c-62b3-1f01-198f3fe7e59c	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	482	2026-12-22 09:53:30+00
655f3eac-2bc2-669a-e3ee-7833051ff758	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	483	2026-12-22 09:41:22+00
fd4d7ab0-05a9-db13-544a-95467197504d	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	484	2026-12-22 06:58:16+00
393b9fff-838d-cc2a-451d-ff667c1fdefb	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	485	2026-12-22 15:11:38+00
d0322107-e1ce-b7f8-9081-d206c91f107f	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	486	2026-12-22 19:39:41+00
ec8379f5-b268-907e-f58e-0870538572e7	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	487	2026-12-22 10:45:37+00
c6682747-7b96-d621-1a44-0f81b98923fa	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	488	2026-12-22 11:41:04+00
45a85d73-d608-fe45-a796-2a017587a216	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	489	2026-12-22 02:48:04+00
17042452-5f5d-dd45-fc37-054b2eaa4713	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	490	2026-12-22 19:25:32+00
e8dd7d77-2eb3-f7d2-36d4-1bca4fb9992c	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	491	2026-12-22 14:00:51+00
cae25d0a-aec1-22ac-4e5a-a528903af282	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	492	2026-12-22 08:37:10+00
05b32951-dba0-68b2-178d-deb4fedce15e	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	493	2026-12-22 18:30:02+00
6f7251e5-ba73-378f-48bf-22639c4693cf	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	494	2026-12-22 03:17:57+00
3c756f9a-03ef-23da-7a51-e5e6498ef5c6	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	495	2026-12-22 11:42:59+00
33c96b37-f6dc-0af0-b0f1-b16aa494bfa2	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	496	2026-12-22 14:46:17+00
5ccd7c58-bc7d-787e-fb3e-a4c05e2593f7	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	497	2026-12-22 11:33:45+00
0ca5f99a-554a-f8ae-54ca-c3485a13aa5c	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	498	2026-12-22 14:57:51+00
241aa17d-bfae-1668-9ad7-bb58c25f33ec	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	499	2026-12-22 07:17:12+00
a004b722-9afc-c83e-e8ae-48104f1e40b3	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	500	2026-12-22 06:36:30+00
2c4939e6-8105-9877-472d-7af48b76e7d9	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	501	2026-12-22 20:56:40+00
4cfd43b5-13a7-2363-06ce-23eb0685f0e3	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	502	2026-12-22 01:23:32+00
64b66a32-c52b-42df-c3b2-3d2224291591	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	503	2026-12-22 13:17:58+00
13af474c-f1fc-0a22-f302-cfad74e8051c	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	504	2026-12-22 13:29:42+00
cdf61040-624e-8ea8-3b4d-9716d26394fc	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	505	2026-12-22 02:28:27+00
4eafa585-7ac6-79de-9ea4-ca6aa7cab381	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	506	2026-12-22 22:45:24+00
ed147157-eeac-7bf7-64ef-6377b49dabc0	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	507	2026-12-22 07:59:54+00
a4ae3019-4804-f969-454b-daf69f0c0a05	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	508	2026-12-22 17:07:26+00
d8b40886-0928-4f16-a097-fd89b50fe983	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	509	2026-12-22 21:39:57+00
fe779d44-9764-6670-a8fa-6f1c307d842d	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	510	2026-12-22 01:29:50+00
b4a91eab-6505-e826-e728-71170cba1706	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	511	2026-12-22 18:41:45+00
d05b7e20-3c27-00bf-4dd1-dec96cd34618	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	512	2026-12-22 08:08:58+00
af6a0dc3-40be-96b7-44d9-55c2a007fb6e	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	513	2026-12-22 23:26:52+00
18e12b81-429a-d0fa-a598-b71a47a688c6	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	514	2026-12-22 13:28:26+00
3d2bb614-e5f4-9339-937d-9d00979a6a60	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	515	2026-12-22 07:21:32+00
3cd79924-12eb-7dfd-ba73-c5af5fe6781a	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	516	2026-12-22 17:09:35+00
47770f39-36b0-37de-b9f5-244c0ddde1fb	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	517	2026-12-22 02:12:21+00
534e4e25-7df4-67b5-389a-ed08161d6f9f	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	518	2026-12-22 18:18:21+00
42d5871a-ff7c-0ef4-59e0-17ce6eacdbf0	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	519	2026-12-22 21:19:24+00
d4da03fc-178b-741d-08e6-4dc90cb69ed2	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	520	2026-12-22 08:09:32+00
502b192f-5ba9-1dd0-aff9-efde04b6e6e5	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	521	2026-12-22 19:09:01+00
907c6c57-879f-7803-a423-c3c941b82130	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	522	2026-12-22 08:55:14+00
707d1f00-4c5d-c003-a43a-1503f6589819	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	523	2026-12-22 16:59:00+00
5f63c279-c086-10c5-cbdc-7b5b7e3939e6	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	524	2026-12-22 19:52:23+00
8355788d-6429-4e5e-c6d3-3812ca29c8e7	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	525	2026-12-22 06:56:07+00
ceaec03d-6903-9223-4246-6c140e031df2	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	526	2026-12-22 09:17:16+00
34dd44db-d535-1d17-8402-31fd662f3dc7	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	527	2026-12-22 23:53:20+00
16e80e75-43cd-eb8c-ce8a-f10e19d7c7a0	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	528	2026-12-22 10:13:49+00
fb6b5e66-eaba-da7a-c785-d6bc9f3837ce	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	529	2026-12-22 23:02:39+00
d9745b67-4a05-8178-afe2-1fcc3f2da8ff	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	530	2026-12-22 07:19:57+00
90df9ba4-d8db-e085-e04e-5672f032f450	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	531	2026-12-22 20:09:07+00
b51a6bdf-d0ca-45a3-622a-2d5b88240286	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	532	2026-12-22 09:07:49+00
4261b479-5d9e-7cdb-b2a4-47c1bfdfacd0	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	533	2026-12-22 05:43:47+00
78719b8c-a795-6405-4870-2b67c1949b1e	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	534	2026-12-22 06:49:18+00
3f77f66c-d7f9-b12f-8203-7eab7e475343	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	535	2026-12-22 13:47:32+00
830603b3-61bc-cbce-902b-1f0273f16060	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	536	2026-12-22 07:02:45+00
44edd3dd-b966-fc3e-a5cf-8d5ea348bc7e	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	537	2026-12-22 15:13:27+00
8a9f9c5f-f18e-cb8a-ed7a-20a9ec8e55ea	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	538	2026-12-22 13:26:57+00
3acbdc22-1a27-387c-7070-def93dce19ae	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	539	2026-12-22 14:32:18+00
09d5fa2b-216d-9e3b-cb9a-9e6c9aff3d2b	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	540	2026-12-22 17:19:37+00
19016958-0486-48b7-7a6f-b8d79ce44c1e	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	541	2026-12-22 01:18:32+00
ca95110d-1b7f-0321-94a7-4a822cc2136e	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	542	2026-12-22 15:32:45+00
c4e0e4e8-a454-d41f-b7da-2d7b0d8c2225	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	543	2026-12-22 23:40:24+00
90fc8ad0-1f8a-cdca-53c5-d09708932bef	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	544	2026-12-22 02:47:30+00
22682f12-8c1c-98d2-79f1-bf42ab63dc20	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	545	2026-12-22 14:12:11+00
16140d6c-6007-0b88-e60e-b58531fb8d0f	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	546	2026-12-22 16:32:31+00
c14007bb-7cc1-083f-55ee-38020eae682c	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	547	2026-12-22 05:45:16+00
e3936640-5544-0cb2-6115-4367065ea71c	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	548	2026-12-22 09:07:15+00
43728851-e8db-0a4f-8601-a19f40029385	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	549	2026-12-22 10:16:52+00
ca7e502b-c8e1-7d90-c66f-d3804c0a2bcd	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	550	2026-12-22 16:14:34+00
0032cb03-4f3d-f358-ed32-b5d95e82fbe3	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	551	2026-12-22 12:46:34+00
44e30271-78a3-220a-d7bf-44183347b211	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	552	2026-12-22 16:05:11+00
b3d7a106-9ea0-f884-7936-168c60b04a08	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	553	2026-12-22 14:44:07+00
af655164-ad7b-b3bf-2210-723e079c8098	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	554	2026-12-22 09:58:24+00
f132f73a-e3ac-20a4-a94f-2ae646d7fb57	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	555	2026-12-22 02:26:34+00
6095e410-6107-f092-b958-90e3c56dce97	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	556	2026-12-22 02:24:00+00
2c8f8716-fd1f-d871-c448-88660c90ed86	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	557	2026-12-22 23:17:43+00
0200051d-be95-20ff-3554-48f0d13d22ef	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	558	2026-12-22 18:26:57+00
a025476a-0f1d-6f63-07e1-93b8877fb704	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	559	2026-12-22 16:33:56+00
b6665760-9c49-faf1-400c-5fff9656a61e	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	560	2026-12-22 22:28:34+00
01f39149-437b-9711-fd20-f6a38e6f7d4c	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	561	2026-12-22 07:23:21+00
07385341-c25d-bcb4-9bd2-7b5821f30792	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	562	2026-12-22 15:48:30+00
377e9797-78b3-d244-3b94-c4247b377fde	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	563	2026-12-22 12:59:44+00
51412d73-d3b0-ce5f-398b-631abf719204	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	564	2026-12-22 03:40:59+00
823db2d0-b551-7bca-3447-996cde4a8e7d	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	565	2026-12-22 02:08:17+00
502e39e8-edc8-7398-937b-40f6baa70b8f	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	566	2026-12-22 14:20:41+00
2923161c-0804-412f-8064-fb87f28b1189	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	567	2026-12-22 05:11:36+00
02d0ee3a-799c-a635-2691-ef1ba70889ba	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	568	2026-12-22 00:52:11+00
7d34c130-2da0-dda2-0752-a2e54b54ab2a	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	569	2026-12-22 22:19:33+00
178b0e19-d562-5eb7-2f94-bc83a25b05c0	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	570	2026-12-22 21:53:57+00
d745de64-58da-88fc-870c-9750e2906030	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	571	2026-12-22 06:27:29+00
c7a73477-edc8-9334-2682-cd2f1deb4478	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	572	2026-12-22 16:23:08+00
a46a0c8e-8d03-8019-21e9-96940ea1a278	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	573	2026-12-22 20:57:46+00
e739a3ee-497a-5d40-77da-df4389d096d2	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	574	2026-12-22 01:00:05+00
8ff0b683-f16d-c4e8-730d-dde66275bf64	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	575	2026-12-22 15:35:55+00
596a0d84-67a4-f0d7-1c36-2d58bfcc38fa	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	576	2026-12-22 01:34:59+00
16f7276c-0327-2684-5f08-5ddc147495a4	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	577	2026-12-22 20:46:32+00
dc9e42dc-3128-2337-8514-b28caa1cc264	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	578	2026-12-22 03:30:40+00
58227a6a-431b-2bc1-02a6-c07f2afffe11	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	579	2026-12-22 18:52:03+00
8bbb2d30-b829-565c-4cb2-9ef768c3cdc9	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	580	2026-12-22 08:04:25+00
f012f1e5-1e3e-6358-12b0-3526c9b6e32e	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	581	2026-12-22 17:00:59+00
1d56323d-e359-79b6-db7f-8fa9e42917d1	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	582	2026-12-22 21:49:57+00
8d2b54c5-6641-f310-d43f-046364c8eba5	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	583	2026-12-22 05:35:42+00
50cd1081-3adc-161d-5284-fd4d5854c8c2	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	584	2026-12-22 12:18:56+00
688b7b92-4f8d-2d62-b4e3-07d5e5b16ba8	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	585	2026-12-22 09:25:07+00
76f4f829-17da-a626-12cd-2308ddec9dfc	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	586	2026-12-22 07:21:20+00
88a46510-4d64-1039-fe22-2597b314eb01	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	587	2026-12-22 03:34:12+00
ac9b4b8f-ca3a-e034-64d2-352b93a4a6bd	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	588	2026-12-22 05:33:56+00
a17c4f4d-31bf-7a5c-6748-55fb01f1ad26	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	589	2026-12-22 22:06:16+00
05167e52-0da4-019d-8972-14738666aa75	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	590	2026-12-22 22:17:22+00
1e3c1c6e-24a5-8168-31b7-66522d97c218	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	591	2026-12-22 18:20:03+00
99cf6ace-1491-fab5-74e6-c64845444762	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	592	2026-12-22 16:40:21+00
14052d02-5d29-5e34-355a-3b8eaca643ce	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	593	2026-12-22 09:53:48+00
320f5254-7c47-9117-6aee-2026c8444e36	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	594	2026-12-22 07:47:06+00
9606204c-dcc1-2220-1bc7-b9a231340642	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	595	2026-12-22 13:25:49+00
c9e70d09-084e-88fe-7e98-fa487fc659ab	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	596	2026-12-22 01:50:05+00
601563a9-b465-75b0-ac9b-15af886fff26	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	597	2026-12-22 07:14:47+00
52c32c20-632f-2e2e-8c51-a0b558f92fbf	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	598	2026-12-22 03:55:47+00
6be7602d-feed-ae79-6946-acee9436f5c6	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	599	2026-12-22 05:46:03+00
be5b648a-ea09-b80a-c2ce-cc587deae13f	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	0	2026-12-22 09:02:33+00
491d4375-e87b-24db-cf24-5bcb2f27891c	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	1	2026-12-22 10:42:48+00
8c2bf628-2817-3d49-d922-1813447c3c65	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	2	2026-12-22 16:42:20+00
21240afe-9f7a-ccce-aabb-1d36f87fb474	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	3	2026-12-22 00:22:40+00
fb9b0a59-a4bc-26ba-573b-1d7bbd5ff11a	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	4	2026-12-22 06:34:16+00
b4fef0e2-5d86-4e85-dd51-7062dfab016c	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	5	2026-12-22 00:59:52+00
54b24265-50a0-aa51-62e5-f56d57fdc765	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	6	2026-12-22 07:14:53+00
05b6f1ca-543a-1a73-ed69-c97bf6723977	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	7	2026-12-22 12:43:11+00
dde692a3-bb6f-ddc7-5028-a28f5425f5bf	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	8	2026-12-22 04:09:38+00
4c9188c5-88c8-2055-a8b2-7ff043e2fb48	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	9	2026-12-22 07:56:33+00
8b679ee2-a7b8-5121-f88d-f571857501bd	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	10	2026-12-22 15:09:07+00
36f239e0-d9ce-d074-815a-1ac324e32fb0	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	11	2026-12-22 19:16:02+00
a246a662-8257-e15d-2162-ae05407efe37	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	12	2026-12-22 11:25:17+00
9d117434-1d6f-f9ea-4021-0e95b926f30a	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	13	2026-12-22 22:14:32+00
9a3f0673-29cc-fde4-ac7c-7c49e01cd072	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	14	2026-12-22 00:24:27+00
cdb07859-25a8-463a-ec84-86ed9f80e106	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	15	2026-12-22 05:57:52+00
f60ee0d3-3c30-5d7e-75f2-f2c57fb4aca2	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	16	2026-12-22 18:19:29+00
573ec7ec-7fb6-7793-4bca-90e39a1cd324	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	17	2026-12-22 23:44:22+00
23ae84d4-80f7-b7c2-288c-6c3b1122ab28	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	18	2026-12-22 14:59:47+00
7a695f3c-b102-0894-c758-142492344423	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	19	2026-12-22 19:48:23+00
70f30648-c6a1-5c3a-075a-59494d6bc60a	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	20	2026-12-22 09:18:37+00
5ec39eaf-9d12-6af9-a12d-fbabd6db5285	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	21	2026-12-22 06:34:33+00
e73f4c6b-dff1-5bb7-6350-8c24b5fc4644	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	22	2026-12-22 04:01:23+00
1a541c47-90fb-594b-3826-d5a896b105dc	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	23	2026-12-22 17:50:47+00
ecbb8e72-4e9b-eea3-e921-6b0b20a401d9	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	24	2026-12-22 17:33:03+00
f70dc225-bf0e-012b-47b4-c426df4a2733	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	25	2026-12-22 02:16:16+00
5160b73b-c6e5-2a2d-13a0-8155dc6b4c29	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	26	2026-12-22 18:34:58+00
9579bcfe-4394-e0a9-5e5a-f978a4af2fb8	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	27	2026-12-22 10:44:39+00
7a3d6412-7ab3-a14d-2ad8-0fa0c3a7bade	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	28	2026-12-22 11:07:39+00
d1658aee-dcbb-6cb7-8018-f08177dfdd2b	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	29	2026-12-22 19:24:04+00
1e885c0c-49a4-aca9-f6f5-1ff6e8a42750	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	30	2026-12-22 19:00:57+00
fb62352b-fee3-c1d6-540c-c8422aa2d980	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	31	2026-12-22 07:38:31+00
29117d85-2331-cb0f-17a5-61c5ec2631dd	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	32	2026-12-22 20:09:38+00
2b6d395c-f3fa-a6d0-ec64-501c57b1972d	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	33	2026-12-22 02:39:51+00
e6072b9a-a6b0-d023-b53f-b53925a36069	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	34	2026-12-22 20:30:55+00
0ba90b87-8afb-30b2-b301-ee4b0754aa0f	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	35	2026-12-22 00:02:17+00
a75d3427-5896-2851-f9c6-6698c9dce175	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	36	2026-12-22 06:34:55+00
9d79ebf9-6911-37e1-bb43-cbbf7dda47c8	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	37	2026-12-22 18:20:02+00
61fa1a59-dbf8-a18c-07db-c67b8636d0ba	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	38	2026-12-22 19:46:06+00
00e93c62-a359-503b-b377-90da28b6aa76	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	39	2026-12-22 10:33:39+00
611fd17b-871a-47b4-981d-6cf2db816dbe	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	40	2026-12-22 16:40:55+00
0ded1958-4daa-db60-e775-dd7369701c9e	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	41	2026-12-22 13:45:54+00
f5e47bde-d012-6609-d89a-1a60d639d3e2	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	42	2026-12-22 07:20:18+00
cd37bb55-4201-a231-b053-77e7297900d4	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	43	2026-12-22 12:40:14+00
aba03c38-29c4-daa1-223f-38abcfdb8855	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	44	2026-12-22 09:13:40+00
6653d5a3-9816-2a09-3cbc-3b34416dcaff	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	45	2026-12-22 23:27:50+00
859b66f8-0da3-cd40-19c4-0be5829a1276	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	46	2026-12-22 06:50:36+00
45cf8485-01a3-4d16-04fd-442fc590b794	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	47	2026-12-22 18:00:41+00
1f7dfe22-0501-24b8-8254-71a416ede1a1	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	48	2026-12-22 20:34:26+00
5bf90ea5-d304-76b0-90a8-3af73e8a58e1	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	49	2026-12-22 08:52:45+00
03986aa2-890e-9334-ed88-47dac31ddb31	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	50	2026-12-22 23:15:52+00
44c84817-a684-0954-d410-0fb4e1cf02ef	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	51	2026-12-22 10:02:06+00
e9782fde-e404-7130-967a-7f595976149f	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	52	2026-12-22 03:51:12+00
b6930278-08d3-771e-0c3a-5105e77e504d	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	53	2026-12-22 14:54:46+00
83635b89-bae5-cfe3-443d-2950836790b0	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	54	2026-12-22 14:14:42+00
35539fa7-3874-22c9-97ee-93b9e19df4ef	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	55	2026-12-22 15:05:50+00
f4dbd1ea-9951-19ff-c1e7-c68980ad5625	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	56	2026-12-22 09:24:17+00
c5336291-9669-47de-90fa-2705f52ee6d8	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	57	2026-12-22 11:13:09+00
1e81cb4c-b31c-9341-dd34-0fe527ff8430	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	58	2026-12-22 11:03:43+00
eb614476-c421-2a0d-47b1-c2cb3dabc2db	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	59	2026-12-22 00:16:22+00
488d4c5c-23a3-046c-f8f8-2cd5452e9fb7	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	60	2026-12-22 12:09:23+00
05360c72-8629-05fa-ad83-cccd2a138d34	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	61	2026-12-22 17:40:33+00
c3169feb-9b77-5e33-4383-5cb7558ba7a4	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	62	2026-12-22 09:12:35+00
da2cce45-78cb-2ddd-50c2-19761bfb4cb8	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	63	2026-12-22 17:25:01+00
627da4cf-d3cd-a667-6935-048b5d06015a	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	64	2026-12-22 14:45:06+00
62790e31-ed28-62de-9c74-443dff8b8d72	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	65	2026-12-22 12:44:07+00
3da53d57-325e-67ff-a959-6343cbbe21b4	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	66	2026-12-22 07:06:04+00
0964b658-8cab-002b-afc7-295a4cb9c840	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	67	2026-12-22 22:38:22+00
fa541aad-8f1e-a032-0a46-3d1e3b384eaf	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	68	2026-12-22 23:57:38+00
d9d83919-f8e0-e097-a397-80d7590d6c8f	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	69	2026-12-22 03:08:54+00
49857043-1381-2c38-5af0-1e6d31d26caa	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	70	2026-12-22 19:31:47+00
149e2667-a013-7b45-2b89-7d2ed363055b	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	71	2026-12-22 17:07:24+00
a02ca906-a2ff-ed02-b056-cf860d8daea1	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	72	2026-12-22 05:13:29+00
21554389-7117-4fae-23e2-cdad4a432939	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	73	2026-12-22 09:10:41+00
0c3d38d1-908b-3620-9f47-24541658e347	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	74	2026-12-22 02:24:05+00
9d8f97ee-099c-69e8-2109-49a3a7dc2ea6	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	75	2026-12-22 23:13:26+00
655797e6-14ec-015a-56a6-18262271c8c5	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	76	2026-12-22 12:57:14+00
64f0bb6f-ef0a-73c7-bcff-c98b3d900064	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	77	2026-12-22 12:39:08+00
63818adc-c3b4-d365-bc27-522d460168c0	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	78	2026-12-22 13:42:40+00
1e47c5bd-497b-9074-510c-ccf70019dc73	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	79	2026-12-22 03:59:19+00
f2e2ef81-e3ef-5f28-142c-8ee57f7669c3	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	80	2026-12-22 06:50:56+00
6733f91a-3c9f-252b-1616-71a30ac03815	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	81	2026-12-22 08:12:10+00
eec4694f-1150-af78-89fb-edce82cfd664	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	82	2026-12-22 18:47:13+00
5f5edf11-733e-c24b-e900-9bc65798d2bd	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	83	2026-12-22 05:18:40+00
6609a60a-0bd8-d463-2b21-1b928608796b	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	84	2026-12-22 17:02:11+00
dc64f4d0-1786-3e07-7008-bb73ebddd657	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	85	2026-12-22 05:42:43+00
d1d8fe6d-407c-abd2-64e5-a8dec8c86175	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	86	2026-12-22 07:24:53+00
7dbc8f0e-9dba-ae7f-8b12-5e009329e70a	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	87	2026-12-22 03:51:54+00
c215cbd8-3f08-b6cc-30a9-a18c3ebc9c52	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	88	2026-12-22 16:12:32+00
0fac3a8b-405d-5fae-1214-67c6fef4e556	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	89	2026-12-22 17:08:53+00
00e2077c-63fb-de0b-f1d8-9d53bb3cb057	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	90	2026-12-22 15:54:11+00
5cf7dfba-0f82-5718-e703-2a7608a5c7b4	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	91	2026-12-22 02:18:17+00
6fbde760-b018-5cfe-1dc2-d94cdb4bbe52	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	92	2026-12-22 06:35:44+00
8118d1b3-f36f-dfd4-9c97-4adc1fdc85c2	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	93	2026-12-22 14:17:02+00
f8558e42-e925-bcc6-7a5e-a05b34254d77	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	94	2026-12-22 03:29:57+00
14f72736-446e-89a0-cfec-6de90afa962e	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	95	2026-12-22 04:29:48+00
02964103-859c-c8e4-65da-21a2ada8055b	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	96	2026-12-22 18:17:33+00
0e0d474a-e569-6308-330a-7f0c5388c7e5	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	97	2026-12-22 20:52:55+00
b587093c-bbe4-082a-cb6a-5e48bf068561	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	98	2026-12-22 05:55:30+00
18745bd8-f6db-b255-a775-1a75f5c84db3	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	99	2026-12-22 12:32:34+00
53e5385a-9046-b851-ee98-e3010c63aec4	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	100	2026-12-22 03:11:58+00
bd1007f9-a60f-0083-00e2-19566758f53a	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	101	2026-12-22 12:44:49+00
847cd448-c654-0588-24da-6301d063852c	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	102	2026-12-22 01:19:04+00
5403f481-6f6e-3db0-ff2f-c233eb7a3ffb	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	103	2026-12-22 03:38:08+00
2d89f1de-3c73-aa4c-3e08-0527005e2317	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	104	2026-12-22 14:39:37+00
ee247067-0083-fb07-0891-5d225b68a9bc	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	105	2026-12-22 22:06:02+00
d003c391-02b8-520b-b6f6-897546deac5d	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	106	2026-12-22 18:35:20+00
88b6e268-b20a-61aa-3552-2dfda0a2f2e3	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	107	2026-12-22 03:28:21+00
e87b8970-7c4e-8a47-c637-e3a21bbb29a1	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	108	2026-12-22 23:41:05+00
4134f487-1247-d25d-feea-1dabe0649c63	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	109	2026-12-22 10:14:22+00
9f2e1d69-7cbb-f253-afc0-54a5aa8fe977	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	110	2026-12-22 13:41:51+00
cc2112a4-b3bc-1a92-f129-9230946f918a	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	111	2026-12-22 04:44:11+00
6575abbe-53b3-482c-c99e-79f8c6aefd6d	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	112	2026-12-22 13:43:41+00
c18911b0-acc7-9abe-aa61-cfa0609c1a19	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	113	2026-12-22 03:52:32+00
5011319b-4bc8-0bed-38f7-c37d643a6346	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	114	2026-12-22 04:27:49+00
e6a8162c-461f-ca18-c27a-fb691229f7b9	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	115	2026-12-22 10:36:55+00
59812776-95fe-d4c8-fa23-2a5e9367cc67	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	116	2026-12-22 17:23:53+00
548f027f-f4c8-0229-7f35-7dd73a49c4f2	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	117	2026-12-22 23:17:38+00
e2aacad8-a249-425c-7c64-5c79cfa347fc	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	118	2026-12-22 10:12:05+00
f522700f-a7e2-a412-8b15-07f784a21be8	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	119	2026-12-22 17:17:52+00
cc0e71f7-fa65-0abb-a69c-081c6b687fbb	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	120	2026-12-22 17:29:25+00
14d166b0-580f-9dca-8514-a480a48b6640	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	121	2026-12-22 10:42:51+00
9d8457a6-cf36-d6d1-d2d3-7535bf652f2c	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	122	2026-12-22 00:05:37+00
c6e1640a-a615-a84c-d911-0e666e7a76ba	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	123	2026-12-22 13:34:16+00
520ef6e0-539b-91fc-598d-289cd3842f70	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	124	2026-12-22 02:32:03+00
637a2661-1617-d841-66e6-8987da877367	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	125	2026-12-22 02:51:46+00
e085db0f-7fb1-14a1-b446-6f3beb459b2e	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	126	2026-12-22 17:31:12+00
47d1729c-20b4-00a4-feea-f65a5f70cb98	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	127	2026-12-22 15:23:07+00
46a9ca2b-82a1-d289-8744-c7a84c04668a	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	128	2026-12-22 14:36:26+00
19aecbff-5260-04d5-16ef-989bf73f083a	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	129	2026-12-22 17:00:50+00
1883a494-b7ca-ae76-28c7-a0fafdc3fd1a	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	130	2026-12-22 21:29:33+00
678ef8d5-d16a-3fb6-c5bb-976c56bfdcf8	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	131	2026-12-22 01:01:49+00
cd655625-d6e1-fb6a-99ce-ea319c1f0d7c	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	132	2026-12-22 05:25:09+00
fa825d10-019d-076c-f8b9-f663fa314598	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	133	2026-12-22 22:41:06+00
729f9c28-18c5-2e29-6274-4c0f936684a5	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	134	2026-12-22 17:31:33+00
af50a79f-097b-e036-635d-ac21026e0f02	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	135	2026-12-22 12:35:43+00
a8969ac5-a66f-2820-d7e5-54b2a8903825	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	136	2026-12-22 08:30:46+00
ad86c40b-5117-e8c8-c2e6-b8cc9828b946	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	137	2026-12-22 17:45:04+00
cc1776a1-30fd-1459-bbb3-9796f844835d	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	138	2026-12-22 08:13:08+00
64f96010-ed77-733f-1f9f-64004137e941	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	139	2026-12-22 22:22:53+00
b9e1d7e2-b65f-ea57-31ce-48bd4ca79298	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	140	2026-12-22 20:04:57+00
990015f7-afc7-905b-a05d-21e18bee3f7a	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	141	2026-12-22 13:23:31+00
0f5bc876-d9d8-2741-3a7b-a68c0bf48585	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	142	2026-12-22 03:15:46+00
b044dc7a-2d8c-b373-d2f4-33880b84a5a6	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	143	2026-12-22 07:16:21+00
0b83acc4-3fc7-6b84-7177-066ac3c750b2	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	144	2026-12-22 15:50:47+00
3dfb8204-6f23-4401-dda3-0dfcdf019e18	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	145	2026-12-22 20:21:51+00
3761652d-0bb0-9086-1d01-02b5f6ea5d9f	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	146	2026-12-22 14:28:39+00
57dbf3a2-2b9b-6699-af7b-baf72235cdab	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	147	2026-12-22 23:22:41+00
f2bcedf7-a042-1b80-c0de-267dce34990e	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	148	2026-12-22 22:40:33+00
11192bd5-202e-ab89-0acb-a64b8fe3f9b5	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	149	2026-12-22 00:55:51+00
8ebeb121-788c-cc83-1cc7-21d261493050	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	150	2026-12-22 23:55:13+00
7aa2cda9-e0ee-5f15-05a4-72184b25a856	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	151	2026-12-22 18:30:18+00
1669ee23-6a93-b254-4590-9e5e57c13aef	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	152	2026-12-22 23:25:33+00
bee0c55c-306c-641a-8fa9-8e0df6245d6e	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	153	2026-12-22 13:23:19+00
ce19270f-6e14-3c35-a1f6-bc130bd8f1e3	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	154	2026-12-22 19:18:49+00
d5e5527d-b8d6-521c-8a51-50088b16a432	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	155	2026-12-22 11:25:16+00
34b5c3b7-b519-ef31-380f-4b8361c86a8b	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	156	2026-12-22 02:09:37+00
d74d02f8-6703-6770-801c-cc73b5db675d	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	157	2026-12-22 10:21:04+00
25aba155-67a9-02d5-11d0-c04c3b908727	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	158	2026-12-22 16:42:01+00
d75d5314-641d-b603-282c-da50e86f4d82	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	159	2026-12-22 13:21:57+00
90467847-6fd3-af3b-100f-7998bb88bd3f	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	160	2026-12-22 06:08:45+00
30052408-d090-7b04-5f75-bab271996c1c	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	161	2026-12-22 15:09:05+00
4df25de7-3b8f-aa98-ea7c-8340f32817c3	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	162	2026-12-22 12:59:08+00
33785b13-d471-baeb-010f-6dcbace0bf72	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	163	2026-12-22 16:01:56+00
5e0628de-42f5-7f22-7159-82a6873e755c	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	164	2026-12-22 15:41:18+00
a70b7867-8a10-aeda-6707-12c59982cc79	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	165	2026-12-22 05:58:17+00
7eaaaa51-598f-78f1-1c33-ffdb3a894002	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	166	2026-12-22 09:43:44+00
a574dbe7-40a1-ea1a-dc33-0a11f4281687	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	167	2026-12-22 16:57:45+00
745912ed-1645-b871-c8fa-30840c997569	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	168	2026-12-22 10:08:58+00
2e14486c-129d-c583-280e-27c1fcb0df8b	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	169	2026-12-22 02:22:49+00
75d624af-04b8-9ef2-2e66-7da413f373c5	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	170	2026-12-22 00:27:35+00
048a1e8b-0d17-d54e-59bf-dbcd38148a67	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	171	2026-12-22 00:22:08+00
f26ba38b-549a-3605-f4c6-b1125682076c	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	172	2026-12-22 11:16:51+00
96f98977-8b13-7b54-b2c0-3ee79b7680f5	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	173	2026-12-22 02:10:30+00
8d8aba2c-9c52-ad71-3adf-5883a26170d9	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	174	2026-12-22 22:39:50+00
449e05ab-bcb9-b102-6d1d-e682afbbee4e	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	175	2026-12-22 08:38:05+00
684b1d11-6aca-43bf-698b-8027f96fe64f	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	176	2026-12-22 14:50:27+00
cf9a2bf4-6597-7e82-ec69-4b3fe255e246	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	177	2026-12-22 03:19:20+00
811fc6b6-4d8e-32b0-7895-d475ea19ab8e	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	178	2026-12-22 12:31:38+00
674ab762-ac93-07f0-f3c9-fdf0c2188d8d	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	179	2026-12-22 19:07:52+00
2c7bb1da-d896-e15d-5dd7-ec1948d2bece	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	180	2026-12-22 14:36:22+00
c01eb45f-8f8d-4285-d86f-cb2fd8ad121d	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	181	2026-12-22 22:47:06+00
de8ef846-31cf-6e05-6133-3ff92b6c2462	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	182	2026-12-22 12:00:54+00
63367335-3828-3799-567f-64e7fab44998	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	183	2026-12-22 15:14:04+00
fe91063f-25c4-ba2b-6fdb-d57e6d30a3ba	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	184	2026-12-22 10:42:44+00
4ab31260-7985-77f3-9ace-ea33fba7143d	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	185	2026-12-22 21:45:26+00
e0968c05-3506-5de2-a483-a5710528fae1	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	186	2026-12-22 22:26:11+00
fecbc0cf-3c70-c09f-2799-207843cb39f4	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	187	2026-12-22 23:02:51+00
03e9bf96-f54d-54c9-b6d2-060f11793aec	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	188	2026-12-22 04:09:22+00
22cf7f88-04b0-9b1a-f881-41ff589a4ed0	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	189	2026-12-22 20:59:28+00
65450415-9c9e-5ecc-ee30-6ce1333a9a5f	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	190	2026-12-22 03:59:32+00
1bc5b198-b285-0610-c837-619770f774b5	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	191	2026-12-22 23:05:49+00
feb12e91-bde2-759c-d6f6-3920396ca3a9	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	192	2026-12-22 03:52:01+00
5f62c622-2a8c-76b8-a3ac-13349d5ab63c	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	193	2026-12-22 00:24:23+00
2c01e2ed-080a-9ab4-4e25-4b557d723801	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	194	2026-12-22 16:40:58+00
46f0124a-ce93-aeee-0527-07bbcd75509d	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	195	2026-12-22 14:06:48+00
0a32d249-4c2f-62b5-3d25-a8c87fda913c	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	196	2026-12-22 16:55:08+00
e7fa38e5-2189-3718-6703-b323ad042530	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	197	2026-12-22 09:13:44+00
69958867-1935-c0a4-8d64-90b6afe48118	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	198	2026-12-22 06:47:27+00
fbee45be-d65b-ddd1-24e7-c44fcd5b1c45	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	199	2026-12-22 11:45:34+00
a7140baa-24b1-ae17-a661-189d9fb16cf4	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	200	2026-12-22 02:15:51+00
0fb2107a-faa4-5f33-2217-b7816bf7b66f	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	201	2026-12-22 11:16:23+00
f0c8d75e-b31b-4105-2438-50a16fb2e936	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	202	2026-12-22 15:40:50+00
299a3f39-ce61-03f5-f4b7-a912d5beac76	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	203	2026-12-22 00:31:48+00
0fbfe6d0-d40e-aaac-ebce-47e912fd7fcf	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	204	2026-12-22 08:55:57+00
6ff919c1-81d0-4c30-405d-7d3e84a26c02	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	205	2026-12-22 15:32:32+00
7dad22c7-7467-36f6-8c08-c53ba342b582	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	206	2026-12-22 22:24:29+00
4873fb50-842f-9ef4-6fba-28dec92343df	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	207	2026-12-22 09:01:40+00
123e5dba-17ab-44ca-cfe2-3c594add555a	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	208	2026-12-22 12:29:53+00
dec85379-a855-5782-6023-274ab24a3f25	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	209	2026-12-22 00:49:58+00
9f0d0c1f-8aad-9b31-6c99-dfb6a3a90852	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	210	2026-12-22 22:36:14+00
11786f65-328b-06ec-7835-4fab429695e2	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	211	2026-12-22 03:59:11+00
6bc03e32-63c2-8aa3-29cd-4977bfcef0d1	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	212	2026-12-22 00:32:02+00
252bc342-2c01-471f-c0c3-0763a9a8f17b	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	213	2026-12-22 14:42:51+00
a0520222-3313-f05a-229d-9f40be4b9664	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	214	2026-12-22 07:29:22+00
80b56059-8bfd-da1e-1e4a-babece5eed86	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	215	2026-12-22 14:29:03+00
c222bdf0-04bb-91f3-d363-90946e10e3dd	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	216	2026-12-22 18:10:11+00
36c6f7a1-f493-39b4-e05b-37d8edc3295a	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	217	2026-12-22 02:23:54+00
c1575089-1e0a-7924-8bb0-a0ba6a7a7cfb	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	218	2026-12-22 15:10:30+00
c159db16-069c-8f8e-a7b2-dd2fe39a31d8	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	219	2026-12-22 07:32:05+00
8771533d-77c5-dc35-1380-1e66b0deed99	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	220	2026-12-22 15:23:26+00
d7500317-94ac-4b25-f58f-fee51a4653b1	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	221	2026-12-22 12:37:12+00
50060f67-9fef-92e3-1360-bbdcf3c41758	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	222	2026-12-22 03:38:23+00
b6fc4f67-4295-36e9-0e1d-8b54875eafd2	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	223	2026-12-22 03:03:39+00
5d6b7d91-65cd-046d-5de2-64dc569cd5e8	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	224	2026-12-22 16:49:45+00
8b3b03a0-f8d6-2f82-348f-5c6ef356fe14	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	225	2026-12-22 05:18:05+00
18ee4f11-84bb-60fa-148f-f311012e9a4f	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	226	2026-12-22 08:10:07+00
3d315106-b839-edb2-9b67-b298befa59bc	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	227	2026-12-22 07:43:41+00
0cf1c1ac-ff58-9a06-796f-efd6f22f344d	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	228	2026-12-22 12:35:42+00
ff2eda70-1e38-0db5-61a8-c842b5a4b90d	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	229	2026-12-22 00:39:46+00
29952a29-ae49-bce1-faf0-78ffd776cbcc	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	230	2026-12-22 04:06:51+00
02e4304b-8b4e-09d6-ef8c-bb608a1645af	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	231	2026-12-22 15:22:30+00
cbd826cf-fb35-77c2-9982-b3bbf4b17243	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	232	2026-12-22 03:57:14+00
fcf9bb04-6f7c-f95b-5829-875f8bfd8d21	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	233	2026-12-22 08:57:30+00
0682a8ec-1973-76bc-e375-4779e4d5f2af	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	234	2026-12-22 08:30:57+00
80808dab-e002-4019-e721-929bcbb35890	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	235	2026-12-22 19:44:06+00
3d42ce44-a187-564f-6a46-5e8292959cf7	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	236	2026-12-22 17:45:20+00
f564bac2-f123-817f-22ff-a1125f5dfc20	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	237	2026-12-22 09:02:43+00
3b38c423-fe32-b1f4-b7a8-eb0c38df10f3	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	238	2026-12-22 14:10:00+00
fc842ecf-ca8e-276d-c5a5-c1fb537e3405	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	239	2026-12-22 03:07:06+00
f2314604-a945-fe36-3d08-ac27cc7f7791	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	240	2026-12-22 19:45:10+00
55c27f9b-3bac-d5cf-973f-117fc12cd775	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	241	2026-12-22 15:45:14+00
93765b6c-048a-cde1-2afe-a933281f3a34	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	242	2026-12-22 12:06:49+00
1bd1942f-b397-b958-5b03-2a49245ecb47	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	243	2026-12-22 17:59:58+00
9fd2ffdb-108b-9458-772d-48e5d50cc28e	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	244	2026-12-22 07:29:59+00
1b4aa4b2-6b7a-5c6c-013e-d2359aee81b9	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	245	2026-12-22 03:53:48+00
fb173e69-e2a0-4c05-6283-a406794ce409	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	246	2026-12-22 04:38:35+00
0384e1c4-90ad-e176-9409-485c1f904bc5	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	247	2026-12-22 19:38:32+00
756729ed-f23b-fe6c-5514-09658f6857a7	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	248	2026-12-22 23:50:15+00
9a709002-9831-3e88-79cb-60d676269b4d	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	249	2026-12-22 05:16:35+00
2488317a-cd54-12af-27c7-e2c380415ab0	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	250	2026-12-22 15:08:53+00
5b4f8da4-a5db-8017-8cac-0d18ae12c8cd	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	251	2026-12-22 21:04:24+00
ada24b0e-66ea-057f-e5f4-a825207125f2	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	252	2026-12-22 02:37:50+00
cb135005-49ad-7568-4254-59b3401f871a	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	253	2026-12-22 23:09:25+00
0b0899e2-1fee-9c68-63e5-042fdab5d467	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	254	2026-12-22 17:15:13+00
8e8e63eb-e0b6-efa9-4a83-00236bec0e04	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	255	2026-12-22 21:11:48+00
c8b9b2df-fbf8-c775-0a4b-ee794f77ec1a	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	256	2026-12-22 14:01:38+00
3e61ccae-60c8-8abf-c77d-30dc55318c23	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	257	2026-12-22 19:30:37+00
6350c4f5-1224-8013-5ee7-98137375650f	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	258	2026-12-22 07:01:39+00
92b56529-7cfa-0e34-46d6-65c966cb465c	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	259	2026-12-22 05:01:28+00
30c26531-21da-c824-3454-d438acca57d8	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	260	2026-12-22 05:20:19+00
bf87a892-113c-a141-2994-09c1f2d6e938	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	261	2026-12-22 11:38:56+00
283fbedd-b2a2-638c-a3f3-20f7e454a016	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	262	2026-12-22 10:09:03+00
4df4111d-96eb-9460-f1f5-d60f6a10ad81	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	263	2026-12-22 00:23:04+00
539e2dcd-974a-100a-7e5e-d68048f5a396	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	264	2026-12-22 04:45:22+00
4d9b9e74-150f-6330-afa7-faba2c2ce98f	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	265	2026-12-22 02:16:36+00
c2aefc03-f162-bcf1-6fa7-6f10b04e9207	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	266	2026-12-22 16:10:15+00
563df165-8257-1538-a5fa-fce973455850	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	267	2026-12-22 07:24:59+00
b1a84977-1f11-8d50-b3bb-7000b7bbf78a	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	268	2026-12-22 23:56:00+00
a5d5cfef-973f-1d1f-2bf6-6d25f86f3911	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	269	2026-12-22 05:23:19+00
baeb1f93-acdb-2b2d-d22d-d20fef9d1605	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	270	2026-12-22 22:19:58+00
42acd4f7-ba72-4a99-4d6e-6a7d01d70487	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	271	2026-12-22 08:38:14+00
2ae5a72c-8086-8613-a2a8-811300bfc0e7	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	272	2026-12-22 07:06:03+00
779b7991-16f4-2a66-3fde-d5dfd1bf48e1	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	273	2026-12-22 22:58:11+00
4d1487db-8c2f-72a3-7f74-17317105de5d	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	274	2026-12-22 13:37:17+00
b0bd35a6-0faf-3bcb-1ec4-954326256605	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	275	2026-12-22 11:18:56+00
59d9c5c3-fa58-7a46-d765-ea0883130d29	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	276	2026-12-22 05:14:02+00
2c37c93c-49f5-4ba4-120a-639e6377b2de	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	277	2026-12-22 14:28:17+00
d23dea69-e69d-ec57-dcd7-fe97cc159969	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	278	2026-12-22 18:16:29+00
66e4b49d-2340-184f-9072-0d6f04ffcde7	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	279	2026-12-22 05:05:55+00
04ff1bb7-c5d8-bab5-e9e6-984de8d6fad2	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	280	2026-12-22 05:51:36+00
1356521c-6257-8d64-817f-c2fa33ed9dd5	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	281	2026-12-22 20:52:17+00
2556edab-b20e-4e84-3a9e-26a1638a1e3e	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	282	2026-12-22 15:05:00+00
696ee500-10aa-b991-b651-a8c51c038546	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	283	2026-12-22 17:53:01+00
c9fb08de-b012-33d1-86be-52219c3d45d9	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	284	2026-12-22 08:46:27+00
7b341b8b-bc60-1e19-6107-8856a17a6c90	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	285	2026-12-22 14:36:56+00
1eae8e78-f6f2-31de-c871-ab8fd8cbb974	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	286	2026-12-22 12:38:48+00
04eba5d1-45ef-737e-59ab-d27d0e3dae12	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	287	2026-12-22 02:04:33+00
97806341-f86f-b2b8-1ac5-73ca98514e6c	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	288	2026-12-22 20:15:05+00
885616f9-e9e0-d61c-f7a5-c37ac70e3a0c	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	289	2026-12-22 15:06:56+00
c680702c-7bd8-9a5a-3532-c96fa3f02a30	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	290	2026-12-22 07:06:45+00
752c2055-a42d-70a0-f339-a1b864399b8a	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	291	2026-12-22 23:19:53+00
be5cbe5d-1691-cfd1-ed01-061d38e7497b	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	292	2026-12-22 11:03:08+00
d871c464-1503-4351-e7bf-d70d5e0bb83d	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	293	2026-12-22 18:51:17+00
c37c42c1-cb79-5c42-bc21-8aaa966d9ab1	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	294	2026-12-22 22:03:01+00
bdd9fbae-7edf-ee0c-fb9b-b2384e4b2288	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	295	2026-12-22 17:48:22+00
9683dbd0-51a6-4a15-68f6-b2dc84aa6875	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	296	2026-12-22 21:16:49+00
1d932574-16a6-3f72-9865-4585a163eef6	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	297	2026-12-22 08:01:25+00
90190123-6b0d-1c6e-870d-e992d4b0b3e4	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	298	2026-12-22 18:18:36+00
94443234-d613-16a6-084b-6d103b046a3f	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	299	2026-12-22 21:43:07+00
535b4c4c-2482-b7a7-a88e-724a38ccd5ca	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	300	2026-12-22 08:54:18+00
8cc20374-a130-e487-153b-5b42738169a0	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	301	2026-12-22 00:28:10+00
65554239-cb5a-23ad-5c2c-3ce8b7acd322	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	302	2026-12-22 07:04:19+00
fca309c4-4d47-b6fa-05f2-aa5384a47618	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	303	2026-12-22 10:33:10+00
ee25c5f8-18b0-2157-1471-254894ebcda5	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	304	2026-12-22 17:04:38+00
6f87382c-f466-1f25-10c9-fddba26367d9	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	305	2026-12-22 08:21:52+00
4d8fe743-558d-4bcf-98ed-ff4687b94132	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	306	2026-12-22 13:06:56+00
39499d33-a6a4-ebae-4137-8a424b6d6311	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	307	2026-12-22 12:52:48+00
816b7512-e514-f4b6-0900-8b44f6807a47	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	308	2026-12-22 06:15:51+00
fe7afd1f-fc9f-0177-c7b7-a04df9393c8c	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	309	2026-12-22 08:42:21+00
bffbe176-c526-92b2-f32a-d3dcfba3de07	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	310	2026-12-22 14:02:23+00
f49698c3-57ba-9959-2a9f-9920be9ee933	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	311	2026-12-22 19:31:52+00
8789ae3c-dadb-dbc0-4dea-e73845b24e8c	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	312	2026-12-22 04:44:24+00
5bc9f2e6-e9eb-36f9-48c6-4f215248a269	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	313	2026-12-22 13:14:26+00
32f88803-be42-c490-6655-6ec2b4563f51	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	314	2026-12-22 00:09:48+00
e2dd49a9-68b0-a5bf-5c6e-c4f6499da1d5	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	315	2026-12-22 14:54:53+00
1fcf94e3-3aa9-2650-2190-d06399f69e26	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	316	2026-12-22 06:26:06+00
f856801f-1555-ae29-acc1-39ccf42a90f7	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	317	2026-12-22 07:31:22+00
e390813c-369d-1deb-2b2b-3f3474ce48f7	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	318	2026-12-22 22:28:51+00
5521919b-8531-9951-b838-0c0c164dee0e	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	319	2026-12-22 13:22:17+00
57a3e6ed-eb6d-e671-7699-c3f18dccedd9	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	320	2026-12-22 07:05:17+00
709dcc84-ee3f-100a-ffb1-3b437fc722b2	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	321	2026-12-22 08:07:44+00
b75d3f2d-ed2f-fecd-5839-8be5c3100b37	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	322	2026-12-22 10:10:15+00
dcb08c05-31dd-19f4-d0b3-0f1dcc95e489	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	323	2026-12-22 04:27:51+00
e27056fd-b606-3971-4260-56bd00b7d5a4	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	324	2026-12-22 22:11:35+00
f86a4a98-95f1-fb4b-ee90-9cffaf087daa	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	325	2026-12-22 19:05:27+00
fb46d2fc-3a96-433a-5632-4648b44beab2	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	326	2026-12-22 01:00:24+00
577ae1d2-5f18-9808-335d-c49163c8a2e3	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	327	2026-12-22 09:53:07+00
3f233043-1d3b-408f-f608-1f1003bfba8e	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	328	2026-12-22 14:46:30+00
9e62a35a-d7d5-97b3-6414-33c5a5cf3da0	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	329	2026-12-22 15:28:45+00
59fe8b48-b264-e609-139d-40d979e09732	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	330	2026-12-22 12:44:32+00
f40dc447-05f9-f372-47d8-3c7a3c648277	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	331	2026-12-22 15:07:49+00
08d0b04b-a3e2-be85-b0da-69a45c877d08	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	332	2026-12-22 10:55:28+00
d2b064a3-002e-5b67-042b-812b1deac4c9	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	333	2026-12-22 08:05:23+00
590c7187-25df-f886-e62d-aeb2267e83e6	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	334	2026-12-22 10:38:18+00
28cb997c-cea4-069f-e689-3914ba620e25	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	335	2026-12-22 15:22:42+00
96c285b6-08ec-db56-3aed-021170a9c4e1	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	336	2026-12-22 08:20:01+00
49fdf8fc-8233-5788-cb13-c6f73b7bf05e	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	337	2026-12-22 07:26:49+00
d2f8bab1-61fd-1eca-52c5-d81c7596da3b	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	338	2026-12-22 21:10:18+00
cd63529f-2db2-4922-c7fa-ae44ec43e839	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	339	2026-12-22 03:58:59+00
bea45032-a753-8424-c209-fc38921c3ea7	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	340	2026-12-22 06:37:30+00
bdf21ca9-cecf-f868-1e22-c84970dba133	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	341	2026-12-22 02:54:55+00
2b719c84-6cf1-36aa-2506-98ac6e7c1f4c	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	342	2026-12-22 06:11:07+00
090b6bb5-e672-631d-c0c0-3fd4faee18ef	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	343	2026-12-22 21:35:12+00
d6b34efc-f872-3587-dbf2-1b32102323f3	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	344	2026-12-22 22:56:40+00
6804c84c-19f5-2128-1b7a-4f34199916da	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	345	2026-12-22 11:47:34+00
209f83f5-3d30-a8ba-a49a-f4afe6ed21f7	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	346	2026-12-22 09:51:25+00
10a202cf-bf63-50b1-b4e0-dff585f6c30e	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	347	2026-12-22 13:22:59+00
77a9fb58-54b0-a7be-479b-fc0dcb39a4b8	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	348	2026-12-22 23:16:26+00
3977e111-ae28-43b0-1fb2-46e0418c5210	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	349	2026-12-22 01:52:51+00
4cbdca54-c501-24bf-bd6c-65f8ca97527c	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	350	2026-12-22 10:18:20+00
2c8e727a-d0c4-345b-3a4c-894d3ca21298	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	351	2026-12-22 20:34:06+00
40f49287-cf82-b600-f2f9-7c515503ef27	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	352	2026-12-22 17:36:01+00
a7f0a402-d454-6399-bb1a-cb883f3d8d60	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	353	2026-12-22 05:04:09+00
5f6b2917-fba3-06e1-5f08-81d051275485	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	354	2026-12-22 20:15:15+00
88ebffb5-681f-6c65-e125-10e010667313	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	355	2026-12-22 09:32:39+00
5f757b75-6988-e683-f1d3-242e614eb6db	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	356	2026-12-22 07:44:15+00
c1b9d607-57e3-2441-5371-73c84608c83b	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	357	2026-12-22 18:10:58+00
1e1f68ec-d2da-3485-7b8b-5fedcc991baf	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	358	2026-12-22 13:56:49+00
b250f9fa-7d2b-5d4a-e420-85674cc2a2c4	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	359	2026-12-22 00:08:56+00
c412da0f-8cf6-3acd-dbd7-7252a7761ee8	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	360	2026-12-22 15:26:40+00
b5d6792b-f9cb-0722-50f0-1e3b25bdf755	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	361	2026-12-22 21:22:27+00
2412327c-64c5-5b9f-a393-5ae124d99216	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	362	2026-12-22 04:35:50+00
c8c127c7-4d1d-7e89-c26f-39420e1ea43d	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	363	2026-12-22 05:22:13+00
f599cd81-e58f-e990-0194-214a9f446169	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	364	2026-12-22 17:23:17+00
04f6e13c-34f8-cc32-4e2f-cfb6a5d93826	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	365	2026-12-22 01:08:36+00
f14f99e1-2be4-6073-e679-f8716854ad69	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	366	2026-12-22 10:09:20+00
fce5d234-bc8c-de40-7f2e-1d24a518c5c8	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	367	2026-12-22 20:00:57+00
1f8748ee-9515-e83e-cb3a-10745549b823	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	368	2026-12-22 04:15:11+00
b80412da-1f81-22c3-41af-9e9791820e03	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	369	2026-12-22 15:18:16+00
2380c4fa-a4f8-7196-66a7-bdba70017e2b	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	370	2026-12-22 03:58:34+00
450b1ee8-14d2-4fa6-5955-6db8bd53447d	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	371	2026-12-22 10:36:53+00
f55f893c-7fbf-595f-5d77-3a2e0a2b6444	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	372	2026-12-22 11:37:00+00
ecdcb0eb-e96f-b906-5fda-d6793eeceaf1	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	373	2026-12-22 10:14:17+00
8c06f3af-887e-236f-4516-0ba68ebc22d2	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	374	2026-12-22 02:11:19+00
dff5c21f-966c-9071-0c55-3a053aced083	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	375	2026-12-22 23:48:50+00
7ee8cdc3-ed66-a3ae-685f-d959e279b330	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	376	2026-12-22 02:11:43+00
132f18fe-f28f-0619-52a6-f27ba1588241	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	377	2026-12-22 05:42:45+00
dc3d88cd-5938-251a-ba15-de43388f9a6b	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	378	2026-12-22 13:43:13+00
2afa93f0-028d-b820-d123-f538e12adc05	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	379	2026-12-22 20:32:02+00
53d8927f-3925-d782-430d-1748d9a704d3	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	380	2026-12-22 00:24:24+00
9ecc3f72-4c63-c2b0-32aa-848d05c5c9a0	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	381	2026-12-22 15:15:58+00
2532c4fe-0ac3-4770-72c0-fb4c872caee9	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	382	2026-12-22 23:14:53+00
6ece7352-b90d-9df3-2210-130de5ab3d07	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	383	2026-12-22 21:17:06+00
db1a452f-67d2-8d2a-77cf-00d553d63044	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	384	2026-12-22 04:48:32+00
a3c1c01c-94fa-e009-2f8a-23d8689f914b	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	385	2026-12-22 01:31:30+00
cecdbc34-d4d9-d6a6-3315-f5bb993d2868	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	386	2026-12-22 08:22:28+00
a6e39972-609f-abba-36db-f5d59f10c49f	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	387	2026-12-22 21:01:57+00
67aab524-653b-ecf3-6bc1-2b1e17b72275	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	388	2026-12-22 20:57:44+00
aa7bee3c-949a-42ea-5585-8aa0833a4ad6	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	389	2026-12-22 10:52:26+00
b77cde6b-1291-18ac-f20f-6161a418b9a0	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	390	2026-12-22 11:11:37+00
95cca160-3020-e66b-a5d8-0227d31858d7	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	391	2026-12-22 00:02:44+00
eff69a0b-5efa-17a2-db8a-140115c7c17e	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	392	2026-12-22 01:21:40+00
af7c50c0-fe4c-404d-6f9a-f085c4522f54	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	393	2026-12-22 20:49:41+00
9cda4add-d26d-cda8-99ec-edf8c6c79c7c	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	394	2026-12-22 23:57:21+00
2c57159c-ea39-f2a6-1eec-421cd6efaed5	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	395	2026-12-22 03:02:46+00
af491b53-38f4-20ed-f9cd-614d92384339	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	396	2026-12-22 11:23:23+00
5df5efca-b01f-312a-5335-2ee4e7f584bb	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	397	2026-12-22 19:04:06+00
0bc0df25-656d-5853-80a0-736dccb15eb4	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	398	2026-12-22 15:29:18+00
94decda7-23c7-4cbd-22a4-26ee881b101c	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	399	2026-12-22 19:19:46+00
fe5f9874-fff6-2f91-9bac-fdd481232038	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	400	2026-12-22 10:20:57+00
63f81ae0-8f57-2ab7-c0ad-ae4ee3d8b092	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	401	2026-12-22 09:52:59+00
6f363cb7-dd66-4902-bc2c-fcd44a7c2ee1	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	402	2026-12-22 09:38:17+00
d5932aec-abeb-2136-7e61-cdb397cce0e2	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	403	2026-12-22 21:32:04+00
4ac10bdc-8890-6441-05d3-6f4b3542a61a	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	404	2026-12-22 23:04:37+00
92f87107-e077-a08e-79c8-4413b9a1e3f5	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	405	2026-12-22 07:53:44+00
ca21f2ac-8f38-2bd9-863d-f635b02ead6c	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	406	2026-12-22 06:08:21+00
6134a7ae-6c2d-558f-2f7c-b092a1efe2ed	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	407	2026-12-22 18:27:12+00
1019eb2c-eb2d-c9e5-30b2-1d047fcfdbd6	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	408	2026-12-22 07:41:42+00
f81176c9-a37c-8e72-ceee-ecc31b25f78f	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	409	2026-12-22 03:40:03+00
c2ac957d-e74b-f179-b2b1-76c4ee941cba	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	410	2026-12-22 18:44:35+00
3e0cd2c5-170f-bbfc-9980-9c001332b5d9	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	411	2026-12-22 11:09:08+00
9ef6ee59-99a0-1ce3-e9bf-ea2e06500c9b	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	412	2026-12-22 23:20:30+00
88717234-7f39-366a-3141-ddfab41821c0	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	413	2026-12-22 16:37:59+00
57a5add0-e4ea-b585-d422-cbec810676cb	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	414	2026-12-22 16:43:08+00
114a29f8-2e19-2afc-f9ed-ca037b8ef318	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	415	2026-12-22 18:57:07+00
e4bd4d32-d4eb-a6f2-3d4f-c853b0a1f9d9	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	416	2026-12-22 13:21:18+00
e1b229c9-c36f-b716-44c5-cbed86b44fb0	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	417	2026-12-22 13:18:26+00
1d376360-4dd2-07cc-f6b0-6cc21668e8bd	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	418	2026-12-22 16:57:20+00
c7a11790-002f-62f7-6c48-061b5c5ff79d	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	419	2026-12-22 14:01:54+00
72d5bb0f-1d60-4ea0-c6e3-197f00367398	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	420	2026-12-22 23:39:23+00
f3629945-c241-9261-577f-323830d4364d	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	421	2026-12-22 03:39:39+00
cbcb1a44-3f49-b1e4-3c4d-0808b6b32721	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	422	2026-12-22 13:01:09+00
0e432e50-4fb8-e950-b540-79ca9ceca11f	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	423	2026-12-22 16:56:06+00
dec99345-5331-6645-907c-592e284439c1	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	424	2026-12-22 02:25:10+00
d10a7684-c279-7163-2457-7478f66733f2	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	425	2026-12-22 18:22:47+00
5b411613-977f-6797-440d-4a1de205adcc	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	426	2026-12-22 02:52:56+00
eb884adf-6785-d555-f785-7a7b312651c9	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	427	2026-12-22 22:58:57+00
7bc30b51-890d-4b81-a9b3-48607b854db5	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	428	2026-12-22 19:13:45+00
f4ac1a7c-4363-49f9-6bb9-15dc7d432c9f	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	429	2026-12-22 04:10:47+00
493f83d4-3b8e-91ad-280f-2cce334f2123	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	430	2026-12-22 16:04:17+00
00da9e55-601d-dbeb-48ae-5670ca4db50a	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	431	2026-12-22 02:05:13+00
71347eb0-27d3-f7af-c9a1-381bdea298b5	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	432	2026-12-22 23:50:30+00
0734f5de-7066-6f2e-5ff4-b646abe458f7	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	433	2026-12-22 19:22:52+00
a7821db6-556b-4111-e31e-7106769231cf	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	434	2026-12-22 15:12:39+00
38624ae6-bf79-d8e4-1d06-f0eb892d8508	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	435	2026-12-22 02:56:20+00
c33c21e0-3915-b14f-d171-aeb45040c572	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	436	2026-12-22 04:22:53+00
0fed00ac-1214-d6ae-122e-3a5d28af4f2c	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	437	2026-12-22 17:53:14+00
01855463-3b42-fb4a-db22-948a3208c7a3	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	438	2026-12-22 05:35:05+00
2e312169-b91b-a659-7648-89cf695a5f69	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	439	2026-12-22 08:34:30+00
255b324d-1dfe-bb2e-3c5d-bad6880a6e95	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	440	2026-12-22 11:51:26+00
8df777b0-55ee-5b74-2137-4bdabb4d4ab8	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	441	2026-12-22 11:38:25+00
e804f878-6dbe-7f1a-2b8b-fc611f702a2e	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	442	2026-12-22 19:27:08+00
f26c5a5c-1d90-0cf8-9ed2-9bb4549586e9	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	443	2026-12-22 09:12:54+00
183f0965-46a5-b5e1-6ccd-db818a7b4f0c	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	444	2026-12-22 01:57:28+00
6b0a374e-dc2e-9c4d-3b6e-f627f9a11784	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	445	2026-12-22 00:21:04+00
96f7dead-a9a1-a054-e924-8a1e7629d1cf	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	446	2026-12-22 07:26:06+00
41eb19a4-0139-c649-1e6e-353d42d281ab	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	447	2026-12-22 03:23:44+00
2e2734ce-e129-4669-6b62-11cbf6e1095f	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	448	2026-12-22 05:49:11+00
206e34ad-9697-01a4-eb60-2a0a76aab1fe	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	449	2026-12-22 10:06:31+00
8ca9b917-cde2-5b43-b3f9-a08f0270de74	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	450	2026-12-22 13:12:28+00
8b92413c-46e9-383c-1ff4-625594f5c29e	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	451	2026-12-22 11:58:08+00
c97a3b3d-4a23-6ad1-9061-405d7daf587c	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	452	2026-12-22 04:29:22+00
e97feec0-2a77-aefc-7194-37d4199d98e6	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	453	2026-12-22 07:44:51+00
12951288-fbfb-0601-5fab-2f6a6ef366d1	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	454	2026-12-22 03:35:17+00
b5c95e5e-402e-76ef-937f-10eafff8a681	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	455	2026-12-22 03:39:17+00
1b363fa7-e930-6917-4086-b7cc7e7b243e	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	456	2026-12-22 20:49:06+00
4399b689-cc81-6a56-e77d-26801aa99ac7	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	457	2026-12-22 02:19:49+00
204e2d2e-7b65-a16d-e629-c17871827eef	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	458	2026-12-22 15:23:18+00
70e33ffe-1bac-6e9c-9d09-798202e18bc4	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	459	2026-12-22 13:15:36+00
5dcea1e8-177e-43fb-ed05-cc9959950b40	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	460	2026-12-22 02:05:33+00
e1d6ba73-fdfd-fc5a-5c8c-ea1746072a35	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	461	2026-12-22 07:15:35+00
d94cbbe3-d594-31ed-3ac4-b7dddd6f6c72	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	462	2026-12-22 05:35:31+00
6fd7972f-afa9-4fdc-27b8-446597294847	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	463	2026-12-22 19:41:30+00
82e0a0f1-fb3c-61ba-89a7-1b4d641ddb43	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	464	2026-12-22 15:00:19+00
e87330b3-077e-ca7e-fe37-eb2555121d75	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	465	2026-12-22 02:28:11+00
2f148080-ebcb-5ec4-1fb9-25a15af829b1	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	466	2026-12-22 13:03:47+00
47dadd57-96e8-e820-d956-50a0c9e96c8e	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	467	2026-12-22 16:01:05+00
47792761-bfa5-99b5-d2af-9f3cf7c6edf6	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	468	2026-12-22 06:30:31+00
e241e0ba-19fe-52f7-462a-82564744a897	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	469	2026-12-22 13:00:34+00
9ec5c139-71c8-dffd-b322-1f26c4056520	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	470	2026-12-22 07:36:13+00
56c247a9-04dc-01b5-005b-8b708fe33344	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	471	2026-12-22 01:24:54+00
9a52ac80-3fe7-bc04-10e9-09073305a196	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	472	2026-12-22 14:58:00+00
df908331-4dce-b411-96fd-f9d91a8e613b	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	473	2026-12-22 16:04:38+00
bda0babc-78b6-904c-52d4-e7923773703c	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	474	2026-12-22 00:25:37+00
775bc8ec-e932-a9d8-37e4-91810f50cb70	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	475	2026-12-22 12:40:50+00
c29ee410-a59c-c14d-23d2-e8571d95b284	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	476	2026-12-22 14:47:40+00
8402a46d-f36b-a3b3-324a-fdd63a714e95	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	477	2026-12-22 05:21:11+00
d4f26313-a56d-7faf-2b42-97450186abd3	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	478	2026-12-22 11:42:49+00
c8258e18-6067-620d-0f5c-3e8cbd4ca017	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	479	2026-12-22 15:14:19+00
d33d8612-24cc-1e3e-6fb5-fcc1ea3dbd22	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	480	2026-12-22 20:01:11+00
eab38564-c082-3425-59b7-7465daae3718	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	481	2026-12-22 21:13:26+00
7ddf6985-9f03-67e5-4ee9-171a078d6bfc	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	482	2026-12-22 00:59:48+00
913751b9-66cc-0256-2d6e-eb01eccaaabf	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	483	2026-12-22 13:52:33+00
0b37df31-f52e-6611-95ca-069df76f8d76	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	484	2026-12-22 14:01:47+00
5c36a89c-26f2-dda6-af2e-b70dabe2c543	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	485	2026-12-22 08:54:38+00
5846bbf2-8de5-d8c9-b835-de39c2a39ee5	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	486	2026-12-22 06:29:21+00
f9790ce7-8ff7-fac6-0f38-460215c35f4d	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	487	2026-12-22 11:45:27+00
ce3f4f5f-dfb0-d953-7652-0e560a71ba72	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	488	2026-12-22 22:29:16+00
1e3a6479-cdee-f4b7-7d7d-b42bd981710c	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	489	2026-12-22 03:48:59+00
d5a65dc1-b46a-e8b7-c498-0f506e16191e	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	490	2026-12-22 03:53:21+00
79ceb189-add8-e42f-310c-eab7414cbb90	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	491	2026-12-22 10:28:46+00
0dd40380-76a5-8dd9-a003-da82db78627b	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	492	2026-12-22 11:36:25+00
5e8262f2-d4a8-b28f-e087-e4df66da2555	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	493	2026-12-22 14:59:24+00
51aea3c8-79c9-9870-8d39-af3e056e1f74	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	494	2026-12-22 14:25:01+00
d429539d-ade7-8d9d-bc47-60c4c0e4083d	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	495	2026-12-22 14:11:03+00
b4c59ec1-7cee-8dba-ad62-358883a26567	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	496	2026-12-22 13:16:02+00
172321ca-7b52-fde1-a1d1-b54a873fcbea	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	497	2026-12-22 04:15:40+00
a4df8d15-ed6e-9655-29ec-1ddb854fc378	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	498	2026-12-22 21:35:55+00
fc66789b-d3fb-e1d5-06a1-9553b8d28312	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	499	2026-12-22 20:58:41+00
ebfafe0d-1a3d-ac9b-4f15-018058436ace	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	500	2026-12-22 07:05:55+00
72e37e6b-6f1f-d290-0cd4-7ac22de93e1d	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	501	2026-12-22 02:32:07+00
67aa3a67-3f49-1de5-8579-cf6de65bcc04	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	502	2026-12-22 06:59:43+00
20d1e4e4-e7cc-0f94-6006-296c43ccc4e0	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	503	2026-12-22 18:59:37+00
68fe73b6-54d6-034c-e1fc-9e927c6b95ae	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	504	2026-12-22 00:30:10+00
3486b561-a214-0f75-3617-da3dfa3aa96e	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	505	2026-12-22 15:48:11+00
55a79fc1-9567-0f29-9a20-1cbedc189ec3	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	506	2026-12-22 16:51:33+00
177e61fb-440b-ccc2-c54d-bac24e74a613	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	507	2026-12-22 01:41:59+00
09070742-5847-bd26-3b3f-1d63113d53cf	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	508	2026-12-22 15:22:48+00
c2c41e86-7467-399a-d33b-eb826d352bd3	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	509	2026-12-22 13:58:04+00
f7010762-6dfc-ecee-85ea-3dd03ee6e352	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	510	2026-12-22 00:26:29+00
08a38807-c21b-a2c4-ea43-3756820e008c	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	511	2026-12-22 03:43:22+00
f9f29c0d-9aa6-6230-8cd4-e03f4cf8c4f6	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	512	2026-12-22 18:11:46+00
63935073-c4e7-b0c2-9e79-516d12fdc59d	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	513	2026-12-22 19:31:11+00
0cc805e1-84df-4bbf-f8ff-4b87e3c45767	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	514	2026-12-22 16:08:28+00
7589065a-f9ad-2073-aec9-d3f8eae5901c	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	515	2026-12-22 02:59:26+00
909c3b7a-9e3d-a856-7dd6-5d9d96f49545	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	516	2026-12-22 23:56:24+00
73bbe6da-b022-0ee6-46ca-6ecd2417b7cf	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	517	2026-12-22 07:47:40+00
e5dd3666-9e44-1483-a1ba-014989f27079	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	518	2026-12-22 00:42:00+00
bc5fa017-cfba-e5ef-0acf-f0b2878789d2	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	519	2026-12-22 15:24:29+00
84177dbd-e42f-170b-a9f0-0cad281230db	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	520	2026-12-22 07:31:51+00
b450296b-db03-631f-cade-bcff921dea0c	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	521	2026-12-22 13:22:29+00
5f44c5ea-0e94-2f49-da01-cea133b1c625	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	522	2026-12-22 15:43:24+00
053bb7e8-05da-eb29-8905-cec4b05e3780	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	523	2026-12-22 19:41:27+00
5ba5be97-3b01-8316-0e7c-4a49d107e039	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	524	2026-12-22 03:48:48+00
08ae17e8-0c02-9f11-d44d-b5e9cc4b3ca0	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	525	2026-12-22 13:24:59+00
5319bead-39fd-6d22-183a-eece011faeda	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	526	2026-12-22 04:09:00+00
f166c5c8-1935-dc5a-2d29-3a3396b1eba4	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	527	2026-12-22 18:43:00+00
f915c4c0-6b29-87fa-3eaf-944bb5f6a016	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	528	2026-12-22 15:33:04+00
3d5206ba-dba3-3c66-2ad9-0de2338a3978	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	529	2026-12-22 14:52:00+00
a260313a-63c2-a852-851b-e8084351803a	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	530	2026-12-22 08:12:00+00
b5b6ee4e-9099-46e8-140b-96d23749a965	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	531	2026-12-22 14:14:57+00
c499d8a4-a337-4300-a7a9-3acf2f2480d9	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	532	2026-12-22 17:04:06+00
89265cf2-b41f-64fa-c64a-81d748d5a475	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	533	2026-12-22 22:52:59+00
7acac3b8-c42f-f4e1-c153-95af39aeb646	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	534	2026-12-22 00:04:14+00
778c8d27-8758-8197-2695-881a2a9419f1	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	535	2026-12-22 08:11:19+00
77c3aa50-506d-ad60-0583-5b25abc06645	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	536	2026-12-22 18:22:24+00
3c7548fe-8ed7-165c-a7f8-782f8b98ae9a	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	537	2026-12-22 03:00:17+00
991cb9fd-7157-f359-cdb5-0c39d1df1487	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	538	2026-12-22 00:17:10+00
4e93f0f3-476d-3c8f-828f-17257d5f1926	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	539	2026-12-22 23:05:52+00
a2b06944-34c5-b99f-1c47-f3f6b9337d8a	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	540	2026-12-22 16:19:51+00
18807607-5338-b8b5-1457-10e5ad048388	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	541	2026-12-22 01:03:49+00
2cab1013-0c6c-6b16-6862-045a4723042d	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	542	2026-12-22 23:52:37+00
9a0a699d-0c4c-02b2-c881-d7359944afa2	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	543	2026-12-22 15:45:02+00
4e8acd7a-e30d-428f-88ff-cd95bef022b2	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	544	2026-12-22 06:13:14+00
5dba6c83-e509-f418-d433-286c332df714	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	545	2026-12-22 17:29:21+00
9638ca60-674f-a8c5-b6ab-1f38a8fdf376	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	546	2026-12-22 02:56:32+00
e2013033-a4b4-dd45-76c3-659c68a44e77	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	547	2026-12-22 12:08:14+00
ef1cbdd9-9e71-0b04-9914-f54c3c2e6711	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	548	2026-12-22 00:07:33+00
7075c9ca-d61d-d235-1dae-252646f73851	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	549	2026-12-22 15:35:10+00
066db461-57e1-8352-4694-d2836d264df5	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	550	2026-12-22 09:02:00+00
a3a56b58-c4d3-c52b-e1a3-9e24ca88b9b5	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	551	2026-12-22 11:02:45+00
71ac4fd2-302f-c745-41d5-7d73d650ed98	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	552	2026-12-22 07:43:07+00
eacde093-3a07-7e45-0bd2-3cce69f327fe	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	553	2026-12-22 04:19:24+00
1cfd1d66-6f8f-b7b2-2d27-8bd98cbb5fcc	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	554	2026-12-22 14:44:31+00
2f59a7a6-25c7-650a-e80f-e03f07bcc1c2	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	555	2026-12-22 19:23:32+00
c35d7ab9-9972-0ba0-44ab-6397acb538a3	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	556	2026-12-22 22:10:21+00
551b5741-7e5b-86b3-029a-092e3dfd7c97	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	557	2026-12-22 21:53:07+00
eb5770f0-3e99-95cb-76ff-6761de728841	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	558	2026-12-22 16:20:22+00
99200ed9-2e54-7053-3dbd-b9bf81fd2e11	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	559	2026-12-22 21:48:11+00
a65fa5d9-8abb-5781-e68f-bbe1eb0457d5	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	560	2026-12-22 17:12:20+00
aaf5a7b8-3e99-dded-65ab-f8b2b25030ef	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	561	2026-12-22 08:22:06+00
d7976ee0-d765-7d3c-baf5-927e0a215102	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	562	2026-12-22 00:59:51+00
62693738-3673-bdb5-77b8-6dab548d222a	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	563	2026-12-22 07:24:01+00
149de4ba-aeca-bd87-8a74-8bc1b7d896f3	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	564	2026-12-22 19:03:41+00
9ed95b3a-b2ae-a520-36cd-0fe007bf147a	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	565	2026-12-22 07:47:34+00
9a67aa9c-b8cf-90f7-b3ff-a5c6afa0a76a	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	566	2026-12-22 03:51:57+00
87399f00-e915-8a85-7102-1f3180e71ff8	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	567	2026-12-22 04:52:23+00
8440e1b3-4574-296b-4ffb-2e6e9f61f1b8	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	568	2026-12-22 04:57:40+00
5af01d77-00a3-997f-9e9b-46478e6aa00a	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	569	2026-12-22 04:28:00+00
7f3e9fed-010d-ed85-0625-2afdbceee9b0	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	570	2026-12-22 00:55:41+00
a28bbf23-ea38-676a-c9f7-1c456065fa92	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	571	2026-12-22 08:22:09+00
9f74f0da-6909-3acd-3b5e-93cd81a98036	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	572	2026-12-22 12:19:06+00
5eb8a1fb-c139-671e-e3fc-4b9e567ec274	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	573	2026-12-22 00:42:58+00
9f08b90c-3331-3c15-d15a-914fbb4f893b	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	574	2026-12-22 21:01:48+00
00fa1e31-ce31-c414-9c94-04c91c99009e	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	575	2026-12-22 16:38:28+00
67814f5d-a9a4-a7c9-522e-08f15698ee2b	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	576	2026-12-22 06:12:22+00
e442d135-fe71-5d70-5959-02373ea8a755	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	577	2026-12-22 11:37:08+00
8c35d50e-4271-46d6-d78a-08cf484eb63d	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	578	2026-12-22 06:34:02+00
3c2dfa89-9f88-dee9-bb7e-39b505ffc039	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	579	2026-12-22 02:15:42+00
39adfcd4-9e95-9672-7cb0-ea4f512fe357	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	580	2026-12-22 09:52:10+00
f1ec3a83-3f37-3af4-1e56-fc37b4caf3bb	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	581	2026-12-22 23:53:47+00
65334d97-bd99-6d35-edae-b38a6accb5de	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	582	2026-12-22 23:36:51+00
687b96d9-dd76-a255-64d0-bd697b571b92	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	583	2026-12-22 16:59:27+00
d0f48764-20f3-4f3d-b40f-0982e5b07a9c	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	584	2026-12-22 22:18:17+00
c09eb824-95d7-8de4-5ad6-d53b76ea9126	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	585	2026-12-22 18:14:12+00
fde9c77f-0471-c3d2-af15-94a4d02595f2	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	586	2026-12-22 05:30:25+00
234873d6-bec1-0d15-2e93-bf71d83f121d	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	587	2026-12-22 17:58:27+00
93ed8161-f482-1080-0da5-46f7a9c60ca3	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	588	2026-12-22 14:11:45+00
2e8d9ea0-8d43-2e32-9899-8cce4b44dbca	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	589	2026-12-22 23:56:01+00
c1080654-eabc-ead6-01d0-9ffe045a7959	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	590	2026-12-22 02:07:10+00
f89d5009-906e-f048-7f14-ea28f58b6bb0	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	591	2026-12-22 22:19:41+00
a5018b20-c24d-de46-c58c-bbf59ad0ef06	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	592	2026-12-22 20:15:43+00
58b53259-7e51-05be-d32c-4e79430f75bc	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	593	2026-12-22 16:26:56+00
b39dcaf1-c1ef-31e6-c6e0-8c10f57a0f95	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	594	2026-12-22 04:02:20+00
7adabaea-f972-ce1a-dbd2-3d42c2339019	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	595	2026-12-22 18:33:32+00
c7abd3a6-f818-4f83-14fb-786fecd347de	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	596	2026-12-22 05:36:02+00
9b4d0d9a-0104-f4c0-94e5-b6cd51d17cd6	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	597	2026-12-22 08:05:38+00
b2fb5e3d-a529-5622-d92f-956219d30cba	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	598	2026-12-22 01:58:05+00
bdf6f089-e0ab-0df4-09a9-ffc835b7b930	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	599	2026-12-22 12:17:24+00
a98983d4-32b8-60c2-7d55-2371a42a22ae	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	0	2026-12-22 05:30:54+00
a6e4e1b8-375b-9d52-d11d-f9763068f213	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	1	2026-12-22 04:10:45+00
bd0bde0a-b263-caa2-947e-80f20ccbf10f	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	2	2026-12-22 07:24:50+00
a4be3a1e-cc5a-c31d-8b67-0a18266f3151	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	3	2026-12-22 16:21:17+00
9b3f7957-a98a-6de4-4f23-366ca1f70240	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	4	2026-12-22 00:58:13+00
d5965ab5-9310-1d81-62a9-eac9ad6cc5fc	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	5	2026-12-22 03:28:54+00
c850ead7-bc92-4e35-2520-e8030beb4941	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	6	2026-12-22 13:01:15+00
15e4a7f5-f51b-a3be-9ad5-5eca12f4effe	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	7	2026-12-22 03:46:22+00
e98a309b-0409-f66f-2143-48a34e7f537f	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	8	2026-12-22 11:31:51+00
757228e5-4f6c-c27f-ddba-f91f234b3854	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	9	2026-12-22 18:57:47+00
e271f5ac-1368-4d7a-836a-a6f4615178dd	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	10	2026-12-22 12:24:22+00
098b85f5-5263-b716-8470-d727f65ceaa0	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	11	2026-12-22 05:07:49+00
d828acaa-4b0a-0377-7cfe-4f1e18331545	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	12	2026-12-22 10:31:49+00
2aa23ce5-269a-8462-d3ba-feac63c04e44	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	13	2026-12-22 07:40:37+00
3f0c6ef1-129b-f2d7-22c1-06007d24a8e0	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	14	2026-12-22 15:14:27+00
22d69def-96b4-f600-7bba-8a8d5f151827	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	15	2026-12-22 21:00:33+00
2a77bc65-2463-f5b6-fc8f-a255a34068c6	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	16	2026-12-22 22:31:04+00
1939573f-d95f-bf5a-05d5-cd645a2e32e0	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	17	2026-12-22 23:12:23+00
dfb1843e-b157-99cc-c104-66f841f7b8db	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	18	2026-12-22 01:52:17+00
b26420d7-c1f1-4826-8ffc-41bb5e54fba3	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	19	2026-12-22 14:09:34+00
ffd7570e-88ce-868b-1739-b4dd49ca9f05	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	20	2026-12-22 11:15:46+00
9b1af068-6783-36e4-33ab-f068003fe870	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	21	2026-12-22 03:07:09+00
ec6a2e92-5207-d6a2-0685-6a71fcac4274	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	22	2026-12-22 19:01:29+00
fa293e2c-0809-e04e-c1e6-3c1bbc605c94	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	23	2026-12-22 11:08:22+00
213e8b35-3358-f50a-0b7b-c14282ae10b7	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	24	2026-12-22 12:05:42+00
e6a9fe99-2bc5-06a0-9f13-561395f1fd4e	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	25	2026-12-22 15:47:54+00
ab696a52-1a4f-9ca9-242c-cfe3d0b017a8	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	26	2026-12-22 20:21:45+00
fd52b116-4303-9c6e-c093-ebfc5be72fc9	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	27	2026-12-22 16:20:37+00
9758b584-ff52-7ea3-bf14-66bffd1a15f2	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	28	2026-12-22 09:07:31+00
fcffd4cb-5a36-5ef5-e1a1-e19e9c726397	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	29	2026-12-22 13:26:05+00
292f0b79-db33-8691-92cb-13d5f08b552a	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	30	2026-12-22 08:42:25+00
3fcafb95-e5e5-dee9-ab9f-ad28c4833639	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	31	2026-12-22 04:27:31+00
9a00c6b5-23e1-008a-b91a-cd9503b985dc	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	32	2026-12-22 04:41:35+00
512b20ea-a37a-9c60-58fe-6b532e58a4be	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	33	2026-12-22 14:31:38+00
f56a8a4c-c6a0-b1b8-5091-9861d2a99d86	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	34	2026-12-22 14:14:04+00
c9b5d23e-4180-03ce-162f-2f5e625b6cb6	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	35	2026-12-22 10:15:47+00
14bc163b-c254-b95f-00c9-d962199e3e70	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	36	2026-12-22 02:39:37+00
86135cd4-06b9-374d-7d82-62753869c5d6	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	37	2026-12-22 08:31:46+00
2d772789-29a1-6118-3cb6-13f790316c2b	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	38	2026-12-22 12:34:30+00
6e8a589b-d5c7-a74a-b54a-81641342aa65	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	39	2026-12-22 20:00:03+00
607e164a-68a0-b064-af88-a91f3d6daa27	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	40	2026-12-22 19:50:14+00
e1f43345-6c2a-699c-7312-e11a23d23dc1	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	41	2026-12-22 14:26:54+00
dc0b7f93-aa08-d013-1a97-641968461c2b	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	42	2026-12-22 04:20:08+00
db84275e-8c20-0814-9eda-d723a9e88719	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	43	2026-12-22 11:04:05+00
4ddc9b71-37ea-4834-6ffe-c2517e3982d8	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	44	2026-12-22 22:31:30+00
df8c6a1e-bba4-7fd2-ee73-3ca73b8f9cf8	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	45	2026-12-22 20:38:37+00
797699e5-82b4-e1fe-04a0-135138362496	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	46	2026-12-22 05:43:40+00
2f52b506-5482-d509-af21-f70561dbdb19	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	47	2026-12-22 02:56:49+00
1a18701b-4401-e5ab-3068-41e2c3575ef0	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	48	2026-12-22 13:16:14+00
c23364db-f07f-67be-c5b3-03242a571536	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	49	2026-12-22 00:12:36+00
64681b38-497e-0b56-0703-a5a47ba76b05	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	50	2026-12-22 16:28:02+00
01af71cd-11f0-2ab9-815b-d847f4e541c4	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	51	2026-12-22 09:31:39+00
de81279e-ae91-8754-5c29-09cf76c14af1	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	52	2026-12-22 02:57:43+00
16869eb2-6053-5f3b-3338-e8cee3850a9d	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	53	2026-12-22 11:11:40+00
a702de51-3bc6-4d37-50aa-b284cfb141ab	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	54	2026-12-22 18:54:15+00
bcefeaa4-fae1-1e5f-6b80-edb34f284ae8	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	55	2026-12-22 17:16:27+00
0c0e8931-e56f-8559-2fbe-c3bee0b4853e	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	56	2026-12-22 10:19:47+00
f8015b96-acb4-2d44-5039-48c9daf179ef	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	57	2026-12-22 06:54:59+00
b108f395-f3fc-2c44-c5ea-9fb55fc8c9c3	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	58	2026-12-22 23:44:47+00
b0c974f4-909e-6d37-7675-af698d8d56c2	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	59	2026-12-22 18:08:10+00
4cc3a29f-33c8-8f91-e530-8a6b53e86c94	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	60	2026-12-22 09:01:59+00
644c2b4c-941a-e6aa-37a4-79eefd17ace7	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	61	2026-12-22 22:44:34+00
3d644b53-b2fc-c67f-d271-abcc08f2e7d2	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	62	2026-12-22 08:46:59+00
5e9d3d02-b404-a1e9-95a5-4168efe59391	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	63	2026-12-22 21:15:37+00
fb30af62-008a-c1c6-3e20-63731441f507	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	64	2026-12-22 21:58:40+00
856f1ced-1691-6ae8-03c5-17763b094ee7	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	65	2026-12-22 05:18:56+00
d2fa59a7-424b-408d-14c2-9437f290547d	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	66	2026-12-22 18:57:50+00
07fe12ad-f2d8-e9c6-4b51-6b02a448b361	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	67	2026-12-22 10:25:13+00
7e04b89f-21f4-395b-69ea-f9aa12a34b56	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	68	2026-12-22 11:01:50+00
b2a53adf-41a5-e841-1b64-9ac89b2c62a6	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	69	2026-12-22 11:44:44+00
80d644cc-285d-e6e4-eda5-698c40a5eaa0	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	70	2026-12-22 17:53:09+00
fdb9a6b7-dc0b-8d26-a05a-7511fdf16be7	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	71	2026-12-22 04:34:44+00
5e82e60a-d964-22a1-069d-6412d64ca84e	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	72	2026-12-22 23:02:00+00
5ba92810-c2c1-9751-909b-215ed634734d	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	73	2026-12-22 18:30:52+00
5870b7fc-31f3-3716-4c4d-47921b6a57fe	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	74	2026-12-22 07:37:24+00
f98d5028-d837-6bab-2904-473ccfe4cd13	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	75	2026-12-22 06:39:55+00
2ff59b7f-6e0a-e228-d15d-4d944018163e	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	76	2026-12-22 23:26:32+00
e9c08cfb-1b66-cda2-4743-c86b1d5ee213	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	77	2026-12-22 00:17:08+00
15745756-2056-d9ef-5709-d526e80da626	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	78	2026-12-22 09:37:08+00
100226d9-0c1b-0d0e-b1b8-2f7562d88313	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	79	2026-12-22 06:21:29+00
d3f7a879-6ed9-7a28-b690-0ce0873006dc	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	80	2026-12-22 13:57:31+00
3985acc5-618c-66aa-c4cc-58d532279db4	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	81	2026-12-22 06:58:32+00
e73a36b4-9ffc-e487-f226-9dcf17984a38	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	82	2026-12-22 02:31:10+00
84887e27-3a41-91cd-f905-3f9b472a9e7a	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	83	2026-12-22 02:24:37+00
76727998-7811-4960-62ff-5b6d36c8626d	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	84	2026-12-22 15:34:22+00
02527ae2-5eec-7412-15fd-644c929589d9	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	85	2026-12-22 18:31:50+00
cf27937c-c9f5-a703-1e04-0cbe5f929cc0	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	86	2026-12-22 20:55:02+00
bfbad423-8233-6890-f59b-596fcbf46dc5	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	87	2026-12-22 17:09:59+00
bc18508e-f182-d02b-93f6-3bcd06db4a18	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	88	2026-12-22 15:17:27+00
96b0efb7-14b6-3f5d-1dda-5728b4c8cf7d	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	89	2026-12-22 21:30:13+00
ac3b5af1-efc6-9f85-339d-6601da97091a	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	90	2026-12-22 12:31:43+00
3ff1efc8-5d08-5e89-eade-c86a895c0241	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	91	2026-12-22 12:26:48+00
313a8405-b065-fd1f-64e3-0478615e4b9a	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	92	2026-12-22 07:52:53+00
858e062d-c0a6-6527-4c2d-c747f3419bfa	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	93	2026-12-22 16:35:17+00
537cdf48-b6ad-e6d2-bd1b-673f14604cb6	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	94	2026-12-22 21:36:36+00
56f7cb3d-0a02-7d67-41d4-5d27bf4a28c9	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	95	2026-12-22 22:46:43+00
39b2d875-d11c-eb94-9dfe-0ce131f2936e	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	96	2026-12-22 11:00:50+00
587d2d49-91c7-2f1e-245c-fdf4765751b3	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	97	2026-12-22 11:30:14+00
d50c2193-5d1e-ea15-68be-9be09a648dc3	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	98	2026-12-22 12:23:18+00
040bb18b-7be9-ab38-ea40-8445816bf88e	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	99	2026-12-22 17:35:29+00
5f802182-85b6-64fb-220f-abd84f8fe036	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	100	2026-12-22 11:52:31+00
e501bb5a-f6c9-bffc-ec1d-5ae5c91d2807	72c50b4a-b3b3-c7ad-861f-9602c9693982	ae51d040-1f5f-07f4-66c6-250880b9d4ca	101	2026-12-22 14:25:20+00
c54ab624-b713-b1da-b0c7-3cb0cd7c0228	33bab7ed-f695-c6d0-abdb-193c77f7933f	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	102	2026-12-22 04:37:28+00
5da51928-6f84-122b-174e-b0a203eef714	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	dbdb69eb-4845-46f6-3e80-b383f3200d5e	103	2026-12-22 07:27:42+00
26bed540-b27a-f173-495d-076a25973bf6	39ed6ec9-1292-0ba5-8abf-7369f599444c	6496f9df-02de-89be-2a2a-16742b825527	104	2026-12-22 11:56:58+00
93140167-8daa-eeec-ea2a-583c4d4f6693	276e4f9a-ff4e-52f4-d686-21887e6403cd	4b28c9a8-e273-763a-7136-26c33c282f35	105	2026-12-22 13:02:16+00
5fc7eae7-a768-5d39-bb6d-8b0ebfea2dd6	59d8eba6-11ee-3146-7c96-ee24791209f1	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	106	2026-12-22 00:50:52+00
3cf92421-d186-547a-5059-38426474d763	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	71842a9e-e95a-4511-c69c-3c9bd36a603b	107	2026-12-22 04:04:12+00
0af3783f-7b70-3a4c-fc1c-d5ff5bb97b76	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	108	2026-12-22 07:18:37+00
9d003698-9a42-3dde-37d8-b640490901c9	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	4c530db5-9dd2-3cf7-fafe-a78696c73220	109	2026-12-22 08:08:17+00
c141691c-27f2-b56e-2db7-19743bf08d8f	3f413327-b01d-0a66-6530-ea5848b12d48	25ec0f64-6d80-f598-9bca-2c4c7304308d	110	2026-12-22 01:57:22+00
87dba49a-1de7-752e-79f8-e7965516d604	1a024293-1c69-80c9-bdf7-4b887fd24def	58b397e9-2a58-a632-a418-c26109e93a36	111	2026-12-22 09:08:13+00
9be775c1-c73e-045c-1e3f-0cee44c830e8	788b1190-726e-485a-40f5-e0ef9d7cc7a2	96437dd6-6082-eed3-f06c-27d358639f2a	112	2026-12-22 20:32:15+00
5fbb13cc-0f6e-2680-755c-b9f08b78576d	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	43b83acf-7433-9f63-c99d-43421eb9a3d0	113	2026-12-22 13:02:22+00
1605cf5c-bd59-1812-64e2-5667b56fe9d0	77aa20ae-574c-1bf0-337d-379893792e37	b748731c-7585-cd6a-8b67-49fbcf260f60	114	2026-12-22 12:03:00+00
97fb1871-c404-2081-b856-c87d6134a52e	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	115	2026-12-22 01:40:02+00
901f9e1c-86dd-0680-6cee-e18fe3f6f3e8	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	946652a3-6954-2404-f4db-631c21cbe972	116	2026-12-22 16:10:50+00
8d0ce368-3f89-8ea5-9e34-48a8ff6f598c	3925ed66-baad-68b8-54dc-158dd1903b96	40a2432d-15f4-cd4c-23de-ee789ebeb918	117	2026-12-22 05:28:22+00
5f49284b-07ff-a386-e2f0-a09e2db5fdb4	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	118	2026-12-22 18:05:49+00
6ae43a05-eb5b-1f07-e38a-26e42789ab61	afd2a7f3-a6d1-5b09-bd33-ad5706610319	736d975d-b281-2d7b-d002-79b042f71679	119	2026-12-22 00:52:04+00
4551c5e6-1ab5-c521-138e-39b2bf76e7b1	15c4d5aa-5695-1aa4-2406-c433d428f21f	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	120	2026-12-22 07:34:53+00
fd578a4c-a5b4-6d02-91ab-b6ef70fbf9d5	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	aba2e969-9100-8048-ccd4-48c5e4a7d49e	121	2026-12-22 23:30:12+00
ace20cb4-010c-0aee-be6c-8e49baf3d2e4	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	6850e2b1-900c-834e-a7a1-617764f224d4	122	2026-12-22 19:20:55+00
e240e284-7b84-6c85-1c33-d87149645652	4b634233-1fac-c35e-83f4-fbb959baefa9	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	123	2026-12-22 08:02:26+00
f47af356-2132-6e3c-d216-b3b6eca89de3	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	124	2026-12-22 00:11:14+00
fdb86ec5-b12c-2b84-de9b-f5fd591f3de8	bda20723-512d-f670-26c0-a7e37a221de2	48920668-c93b-b3cb-0d22-e15fff2a765d	125	2026-12-22 20:13:58+00
104de913-f777-afd1-d756-4584344d26c1	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	5131069a-fa40-008e-f9af-1c94441aed04	126	2026-12-22 01:50:12+00
99b8ce6a-65cc-08d3-d145-bc396ae2772d	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	128c24c5-c02d-0eca-734d-68d809c4b324	127	2026-12-22 15:26:19+00
e301f0ce-67e5-97e6-abbf-ad1f61739ce9	b57746ae-4ebe-89df-9a8c-4092740aafa6	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	128	2026-12-22 22:07:26+00
de158bc1-edbf-611f-c734-520f7f6a2d88	70d7dace-3770-e07f-3c7f-9554fc853b09	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	129	2026-12-22 01:35:01+00
017abb90-6753-a90d-d2d6-d5216b423abb	52feca73-fd24-0f08-409d-e887c96f01e0	d3031de5-ec19-1b52-2c3e-9c95be86371a	130	2026-12-22 16:14:31+00
92776641-b415-af45-1e67-b5ca93903e1d	3ec3b1be-0f3f-3721-9291-c0037d6296c1	edbddc1c-f633-e779-6146-7858e240e71c	131	2026-12-22 07:40:56+00
9ea2f181-5689-36f0-c102-8ae715064324	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	132	2026-12-22 20:17:32+00
816dc784-5956-110b-ee02-c665e2d87257	0bb39751-59d9-9b68-b061-85d2a8cb56d2	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	133	2026-12-22 18:09:05+00
e79e8ac8-c09b-31af-fc93-5e749d5ea5eb	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	740220fa-0cf6-7e87-6106-9cc72eebf871	134	2026-12-22 08:33:11+00
9bd568f7-350e-202e-d2ce-042ce4392c7c	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	df962ec3-2221-3c4f-34a3-791ce6834f15	135	2026-12-22 21:31:25+00
36b09554-db68-32bc-504b-f8686a6140a9	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	e48a5db1-6790-b545-5699-2a3a495b967a	136	2026-12-22 06:25:39+00
91106c1d-cab8-6265-150e-961d766b28af	559d15d4-99f3-7655-65ad-c010f257eec0	08be0292-ba51-316b-8a70-0b19060b4cdd	137	2026-12-22 13:16:48+00
35d13b4a-a40d-4229-4b61-ebaa7decd3b7	38afd908-77a1-eec0-205a-d730146ea3b6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	138	2026-12-22 08:25:00+00
a555ba16-848d-c1b5-1aa1-77aad64505e7	e481abb3-cedb-8264-a1ee-2b11e03a9557	09b4e382-be0e-7f82-621c-eecffbd119ba	139	2026-12-22 14:01:25+00
3afd9c68-be03-7bc8-6f41-f0510751e10d	5e83567a-0512-8061-dcee-0a6bcb4153df	fa837959-e315-5b4d-c56c-b8093c95f791	140	2026-12-22 00:44:57+00
418178eb-149a-85e3-bb82-3b63a808cd95	e4df34e7-294c-524c-4522-f1c5b7770114	ae51d040-1f5f-07f4-66c6-250880b9d4ca	141	2026-12-22 09:36:50+00
2b0ffd55-621f-2309-6bfb-7464a5e79a9e	d9e2e34b-17bf-3670-afba-bf056e020b9a	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	142	2026-12-22 20:06:21+00
1181b60b-ec4d-45f4-2d7d-d8877c8356e6	6486caaa-1041-59d5-d295-c010410c7173	dbdb69eb-4845-46f6-3e80-b383f3200d5e	143	2026-12-22 16:46:44+00
70a38b2b-5698-85af-4198-ac301087e6bc	0bc3e699-5063-e712-dd90-65830220dcef	6496f9df-02de-89be-2a2a-16742b825527	144	2026-12-22 21:07:10+00
55e3593c-4240-49b0-1db5-6c14cdd48a0f	5d89314d-f125-5136-057e-a4c95ea508b6	4b28c9a8-e273-763a-7136-26c33c282f35	145	2026-12-22 08:58:18+00
bc6f63ca-717d-9911-4765-031cdcbe5f8b	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	146	2026-12-22 05:33:14+00
2f3f9f63-2670-b415-f652-f8be193925fc	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	71842a9e-e95a-4511-c69c-3c9bd36a603b	147	2026-12-22 09:49:16+00
b2465ccb-3d5c-bdf4-fd11-c6778fb25dce	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	148	2026-12-22 09:06:47+00
6deeba07-da15-b3d0-d825-a3b8db36a764	0c924c77-599b-4f67-7aa7-37b264a9b95b	4c530db5-9dd2-3cf7-fafe-a78696c73220	149	2026-12-22 11:43:25+00
3ebdc34f-dddc-d6d1-1bd0-d91e1a58ced7	fdb46627-5d21-76b8-c2a6-49dc65d99fae	25ec0f64-6d80-f598-9bca-2c4c7304308d	150	2026-12-22 00:05:27+00
fb455689-fd13-7119-4014-a9f183fb5db1	8225655d-8d39-b1c3-c6eb-52a146e9fde0	58b397e9-2a58-a632-a418-c26109e93a36	151	2026-12-22 23:37:22+00
f6b6871f-8751-3e8d-e29f-f9801458c9ca	35356bcb-85de-961a-7b8e-cf87265d2fdd	96437dd6-6082-eed3-f06c-27d358639f2a	152	2026-12-22 04:26:26+00
6d35b2e9-e7a3-c2ad-5221-277e0b9aec9d	2bdd62ab-0673-db9f-e873-46752dc67789	43b83acf-7433-9f63-c99d-43421eb9a3d0	153	2026-12-22 10:40:12+00
ec9ca402-0f9f-71bc-60fb-765a241cbdee	28e82474-b1d4-fff6-b9ae-2d709b1cab60	b748731c-7585-cd6a-8b67-49fbcf260f60	154	2026-12-22 19:11:25+00
359f0d1f-6be2-afea-fc08-17eb75e291e2	c8c1cf31-01a2-82d0-8da8-65fd85969b08	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	155	2026-12-22 21:11:49+00
2836b20f-2530-4229-89fc-6033cfffda29	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	946652a3-6954-2404-f4db-631c21cbe972	156	2026-12-22 15:17:22+00
01f7c3e7-b47e-9ccc-8cbc-71abec115127	c532da38-62b2-6fbd-8e89-a060f9257caa	40a2432d-15f4-cd4c-23de-ee789ebeb918	157	2026-12-22 07:34:15+00
03a2fbb3-3a17-ed62-c987-68c3e89d5045	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	158	2026-12-22 13:57:37+00
99413397-97f2-e3e8-ff7b-0f444d0aced9	8ef38686-1111-8925-0558-b23188071cae	736d975d-b281-2d7b-d002-79b042f71679	159	2026-12-22 09:14:59+00
3a75764e-a3e2-7f22-d5f6-d8acaabcf504	3f955204-4f61-36f6-d6f8-f51e4b70fc80	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	160	2026-12-22 23:51:33+00
7cb37428-a582-a60d-4d66-5438f70cafa6	eb4802a1-90e5-ed26-6d4c-84752af7c14b	aba2e969-9100-8048-ccd4-48c5e4a7d49e	161	2026-12-22 16:43:04+00
eec2c9c4-526c-6275-16ca-c62a8ea68446	a2dc4022-2327-6587-60fd-ff7553affbc8	6850e2b1-900c-834e-a7a1-617764f224d4	162	2026-12-22 21:08:32+00
b5b724ca-fa1c-4226-6856-d7d69b6e53e3	6120b62f-a593-865a-5df5-566fede621cf	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	163	2026-12-22 09:08:14+00
45d3492a-53ec-626d-9e43-96a368d14bdb	32b0d497-bc16-ee32-1b2c-2323f2015ffa	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	164	2026-12-22 23:51:49+00
185c6f30-3353-7bea-6fa5-1d474b319bcb	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	48920668-c93b-b3cb-0d22-e15fff2a765d	165	2026-12-22 11:06:26+00
ab31a1ef-0736-e83f-0487-cea01f04efa0	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	5131069a-fa40-008e-f9af-1c94441aed04	166	2026-12-22 00:00:34+00
2f24321f-d3d2-2e7c-2d2e-19c505ee656d	8d248aa0-288c-eabf-7c9f-8160e969eb8c	128c24c5-c02d-0eca-734d-68d809c4b324	167	2026-12-22 12:31:53+00
342bc9a3-8d4b-db6a-58e6-c9aaf8ba3f1c	7b56df74-41df-baec-6fa3-9bbd36353b33	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	168	2026-12-22 04:44:28+00
4a8df0ae-8e66-8c2c-e535-15d32d92081f	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	169	2026-12-22 14:08:19+00
29be068c-00e1-5463-0b46-4f5361e521a2	a54f8dfe-42a0-d000-1381-ac621588967c	d3031de5-ec19-1b52-2c3e-9c95be86371a	170	2026-12-22 06:14:23+00
4ff32fed-343e-2e1b-7002-9e2b3d18e5c7	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	edbddc1c-f633-e779-6146-7858e240e71c	171	2026-12-22 07:52:06+00
48a1b1a1-cf8c-e037-8f12-017f7e05e3da	506c7ebc-34c1-e44a-344b-cfd439729d43	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	172	2026-12-22 20:18:52+00
200a2370-de74-c186-a7d4-e8a97c753573	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	173	2026-12-22 00:53:26+00
db31e518-ce5e-9e6f-a65f-79d4a10dd4f8	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	740220fa-0cf6-7e87-6106-9cc72eebf871	174	2026-12-22 03:00:57+00
c9da2b91-d253-2cc5-69d4-341552930468	2636c9ce-03c7-52e1-8b42-d80318ae37f4	df962ec3-2221-3c4f-34a3-791ce6834f15	175	2026-12-22 12:44:38+00
b83be4f7-23ec-483e-09f1-f09a0fa2775f	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	e48a5db1-6790-b545-5699-2a3a495b967a	176	2026-12-22 18:42:38+00
4b7423b4-08dd-3110-2f1a-306bdabb6293	0a483188-e482-0eb7-2bf2-57938633fa71	08be0292-ba51-316b-8a70-0b19060b4cdd	177	2026-12-22 06:38:19+00
86b2ba60-dce2-0041-db71-f53e6ac2adab	54617197-6dc5-8db7-231d-e8a8a6a3edbc	f77cd8c9-e8b0-588f-290f-46eea4d19d73	178	2026-12-22 23:11:31+00
3c6b829d-5fe6-32e8-d977-159db71b70f7	b6b4706e-913f-1592-6646-318c416ef2bd	09b4e382-be0e-7f82-621c-eecffbd119ba	179	2026-12-22 08:01:24+00
aefe048e-0e79-9f4a-929e-080d6678a424	55577cf9-313e-4405-b602-f2862fa88351	fa837959-e315-5b4d-c56c-b8093c95f791	180	2026-12-22 01:39:47+00
44cef227-c75c-2c02-70fc-bb555596b941	8d71803a-87c4-86b0-95cf-57c835e7afa0	ae51d040-1f5f-07f4-66c6-250880b9d4ca	181	2026-12-22 10:06:46+00
ee804bf9-e963-5a86-bc38-90d99467f9a3	62b998e3-931a-0622-0502-0b353fff9b2b	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	182	2026-12-22 18:37:16+00
0ca24778-b0cc-89fa-85a9-8eb77b718392	9b7edb26-806c-e0e7-90bd-389ff63f4678	dbdb69eb-4845-46f6-3e80-b383f3200d5e	183	2026-12-22 18:49:37+00
22784c99-b850-0caa-a760-dbca71da924f	fc11c165-dc22-49e6-f1bc-8285a090effc	6496f9df-02de-89be-2a2a-16742b825527	184	2026-12-22 03:31:08+00
181ec601-59b0-5565-7b6e-1008e0f7a2bb	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	4b28c9a8-e273-763a-7136-26c33c282f35	185	2026-12-22 22:16:52+00
d7defa5d-d643-6a6f-096b-6aafc099da7a	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	186	2026-12-22 02:16:23+00
55cbc23b-30d1-b82c-6a8a-0cf6a6dd377b	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	71842a9e-e95a-4511-c69c-3c9bd36a603b	187	2026-12-22 22:44:43+00
abc26b75-5099-4c7d-8a91-7e5461cf58f0	ae7d6091-d8d0-6e70-3722-deeecceb028b	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	188	2026-12-22 17:14:13+00
ce0c0987-adb2-d7f2-6f2a-00f7bafe1c63	44527bad-16e6-3795-3003-33fb068f2b5c	4c530db5-9dd2-3cf7-fafe-a78696c73220	189	2026-12-22 02:41:26+00
7b598b25-3ed6-de37-b742-61d93a096907	c965ecff-3022-df6e-18ad-a7e6102e7ce1	25ec0f64-6d80-f598-9bca-2c4c7304308d	190	2026-12-22 20:54:22+00
31ec2db6-2f17-2f5d-3a52-d8d6bf2d0325	473737e4-13a6-9ce7-5f68-8c67cb6008bc	58b397e9-2a58-a632-a418-c26109e93a36	191	2026-12-22 14:45:13+00
9e1c835d-9ccd-ce77-e2c3-7a3331951627	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	96437dd6-6082-eed3-f06c-27d358639f2a	192	2026-12-22 20:25:05+00
cee8d839-3387-e20f-d249-a69c48f7bf5d	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	43b83acf-7433-9f63-c99d-43421eb9a3d0	193	2026-12-22 15:08:07+00
07884d77-e00d-adbb-524e-489b457d7390	12359be9-f1f4-78d5-f09c-797a545f454d	b748731c-7585-cd6a-8b67-49fbcf260f60	194	2026-12-22 18:42:36+00
db069215-0d0b-34f2-3046-7016c49b66e4	0bd4f091-3bce-c38f-f0d0-487832c9cf04	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	195	2026-12-22 12:50:06+00
3ada4b26-d3d4-0ac1-5b17-bc99474e93a5	5d48c4ad-3799-47b5-7393-6effa020f5bd	946652a3-6954-2404-f4db-631c21cbe972	196	2026-12-22 04:35:07+00
e81051f0-7245-82f4-6938-aecc212074d1	ec09cfa6-2497-3fba-7b15-e10cf77b6488	40a2432d-15f4-cd4c-23de-ee789ebeb918	197	2026-12-22 13:11:32+00
ad6b9d43-25fe-3675-18ec-92afab713b8a	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	198	2026-12-22 18:22:23+00
1a6d6c76-4186-e7cc-3aa2-f190aad45046	81f94216-7379-c2ac-37ac-6e5624fb3230	736d975d-b281-2d7b-d002-79b042f71679	199	2026-12-22 20:33:46+00
4281dd32-b9f8-2560-5dc6-1f1d41bd1ac4	8496b016-ddcf-9c18-5ca9-360eb402ee9c	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	200	2026-12-22 22:01:44+00
630cefe6-1feb-38d0-eeaa-4b3ddc3c09ea	72c50b4a-b3b3-c7ad-861f-9602c9693982	aba2e969-9100-8048-ccd4-48c5e4a7d49e	201	2026-12-22 12:01:11+00
246b7188-c27f-74e8-8dae-66d11dcafdea	33bab7ed-f695-c6d0-abdb-193c77f7933f	6850e2b1-900c-834e-a7a1-617764f224d4	202	2026-12-22 01:27:55+00
abf398af-8be1-8049-e818-ef46148d9a0d	529cdbb8-e4c5-e88d-e1be-bb2b8e852d86	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	203	2026-12-22 14:48:02+00
a7d2f365-b029-d0e6-3254-1fc7ce1d216b	39ed6ec9-1292-0ba5-8abf-7369f599444c	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	204	2026-12-22 04:48:34+00
e1cf1d44-7755-e103-895c-55aacaf25ced	276e4f9a-ff4e-52f4-d686-21887e6403cd	48920668-c93b-b3cb-0d22-e15fff2a765d	205	2026-12-22 01:52:09+00
7e52f793-89aa-0eb7-0100-1fb193efd8cf	59d8eba6-11ee-3146-7c96-ee24791209f1	5131069a-fa40-008e-f9af-1c94441aed04	206	2026-12-22 07:41:26+00
cd2de51f-fb51-9d05-4b1c-64fef9023c8d	8202e0c9-64b4-0c6f-94fd-2c0e9ccafb1d	128c24c5-c02d-0eca-734d-68d809c4b324	207	2026-12-22 11:56:31+00
829f0a35-d75c-0576-2261-a164e9ec7ae1	3f1bc279-57f3-787e-2a3b-d2e7f0a6e8c0	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	208	2026-12-22 04:29:18+00
9e59831c-ebab-26de-10b9-9b70f781cfc6	5a83b1c1-e4ad-979f-a065-f49d2a2111b6	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	209	2026-12-22 12:23:56+00
54c82e20-1fc9-362a-b729-725d2a9b56f4	3f413327-b01d-0a66-6530-ea5848b12d48	d3031de5-ec19-1b52-2c3e-9c95be86371a	210	2026-12-22 18:03:01+00
9e50e5d1-b574-f7f2-f0c2-b1661a9cf426	1a024293-1c69-80c9-bdf7-4b887fd24def	edbddc1c-f633-e779-6146-7858e240e71c	211	2026-12-22 05:48:54+00
c972c2a6-f8b5-52ea-d746-16527d4cdca3	788b1190-726e-485a-40f5-e0ef9d7cc7a2	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	212	2026-12-22 17:04:02+00
f2998a59-76c1-27c7-0f17-994ca0cba3ef	4b4e7657-e48f-ba09-c836-8d1b9165d0b6	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	213	2026-12-22 10:32:12+00
313bec99-9195-38ea-10c3-4924d5d5c09e	77aa20ae-574c-1bf0-337d-379893792e37	740220fa-0cf6-7e87-6106-9cc72eebf871	214	2026-12-22 08:34:03+00
a0c40cf4-a63c-4a7f-8abd-5295a443b9fe	1a9c2d1c-10d3-3b56-30f1-68745b4c077c	df962ec3-2221-3c4f-34a3-791ce6834f15	215	2026-12-22 09:42:36+00
208861ea-e754-6ae5-60e9-c408988d5839	a2d0b294-cfc4-e5e7-d592-3fb348ba9555	e48a5db1-6790-b545-5699-2a3a495b967a	216	2026-12-22 20:43:06+00
90f1c367-33bc-0e5a-c042-fa4902e2d363	3925ed66-baad-68b8-54dc-158dd1903b96	08be0292-ba51-316b-8a70-0b19060b4cdd	217	2026-12-22 20:00:05+00
6f2c702e-e018-cd58-8ee2-88b192ff2b05	b9b39455-cdc3-6d41-0648-0bc12e7e84e6	f77cd8c9-e8b0-588f-290f-46eea4d19d73	218	2026-12-22 05:04:25+00
5413739c-e4d1-4016-0f97-4e9f78fe5df1	afd2a7f3-a6d1-5b09-bd33-ad5706610319	09b4e382-be0e-7f82-621c-eecffbd119ba	219	2026-12-22 02:56:13+00
f8fce4d0-989e-77b0-3051-62335e9e8909	15c4d5aa-5695-1aa4-2406-c433d428f21f	fa837959-e315-5b4d-c56c-b8093c95f791	220	2026-12-22 06:50:38+00
3422612c-795c-4cb6-e2b7-da7912d57035	7572a3e6-6ed3-ac21-7f20-f5d9e1053dc5	ae51d040-1f5f-07f4-66c6-250880b9d4ca	221	2026-12-22 10:42:56+00
42f86adc-2d63-7e83-6c55-bcbbb666d402	f944ce1d-5ea0-c53a-02b4-7836d74a21d1	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	222	2026-12-22 17:27:37+00
5bbc11ed-af36-520e-bf41-7a8fb05e8ca4	4b634233-1fac-c35e-83f4-fbb959baefa9	dbdb69eb-4845-46f6-3e80-b383f3200d5e	223	2026-12-22 22:16:34+00
48c40c48-1e50-414d-af61-a7e54e9ff72a	3e6ccea5-b074-eaf5-ee97-f092af05d6e8	6496f9df-02de-89be-2a2a-16742b825527	224	2026-12-22 13:46:27+00
355f7058-109b-01ec-8929-dfb5968bc5a2	bda20723-512d-f670-26c0-a7e37a221de2	4b28c9a8-e273-763a-7136-26c33c282f35	225	2026-12-22 17:19:51+00
bf6df691-3c22-b53f-87cd-a302a73d28eb	4433e7ec-f3a9-c90b-ffc0-a885cb20215e	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	226	2026-12-22 01:40:53+00
1b2ffff7-752e-d479-14fc-043b81d3edaa	f11610f0-3e7a-09b9-1dbe-7ac99100f5c2	71842a9e-e95a-4511-c69c-3c9bd36a603b	227	2026-12-22 20:42:17+00
3be8cbb4-e28b-608e-51b3-741d8b724fa7	b57746ae-4ebe-89df-9a8c-4092740aafa6	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	228	2026-12-22 14:02:33+00
96c63f3c-492e-7596-8599-b341dc309c96	70d7dace-3770-e07f-3c7f-9554fc853b09	4c530db5-9dd2-3cf7-fafe-a78696c73220	229	2026-12-22 21:36:24+00
c5ec9a1f-2c8a-a276-d268-1144edfb05eb	52feca73-fd24-0f08-409d-e887c96f01e0	25ec0f64-6d80-f598-9bca-2c4c7304308d	230	2026-12-22 07:41:19+00
440621db-4556-b4cc-10da-adbe2f085d8e	3ec3b1be-0f3f-3721-9291-c0037d6296c1	58b397e9-2a58-a632-a418-c26109e93a36	231	2026-12-22 08:44:17+00
c141812d-34c7-aa32-e252-59686cbcc18a	c01c293a-6a6c-a918-c2ce-ce9776b4c9b6	96437dd6-6082-eed3-f06c-27d358639f2a	232	2026-12-22 02:41:06+00
ddc97d24-4fcf-1df4-59f0-4296c517e69f	0bb39751-59d9-9b68-b061-85d2a8cb56d2	43b83acf-7433-9f63-c99d-43421eb9a3d0	233	2026-12-22 12:13:12+00
3a067f17-908a-f084-2982-b9cd79ce2ff5	e4f04b46-1d29-26bc-5fc2-aa2ecb3d0699	b748731c-7585-cd6a-8b67-49fbcf260f60	234	2026-12-22 15:18:30+00
03e3903b-043e-46b3-ebda-52b515ced0b1	34924d1e-5183-fe68-ad3c-80c4f85a9ef4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	235	2026-12-22 03:47:19+00
e1bc12d7-fa06-1962-f915-6a423959b3be	e3a1ddf4-abfe-7bac-b915-11861c43c3a7	946652a3-6954-2404-f4db-631c21cbe972	236	2026-12-22 02:47:33+00
c093de95-da6f-b29f-7916-e1c6eafba949	559d15d4-99f3-7655-65ad-c010f257eec0	40a2432d-15f4-cd4c-23de-ee789ebeb918	237	2026-12-22 02:18:45+00
b5399291-5fbc-7482-423c-8ba76dbbdad9	38afd908-77a1-eec0-205a-d730146ea3b6	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	238	2026-12-22 08:29:18+00
ec7d4f69-6c8a-b32c-766a-07dcd29b2628	e481abb3-cedb-8264-a1ee-2b11e03a9557	736d975d-b281-2d7b-d002-79b042f71679	239	2026-12-22 12:59:23+00
f1c8211d-8b16-5e11-3665-c345d1dd50d9	5e83567a-0512-8061-dcee-0a6bcb4153df	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	240	2026-12-22 08:01:53+00
0eafeef8-a11d-adc0-2d10-fc88b60409a3	e4df34e7-294c-524c-4522-f1c5b7770114	aba2e969-9100-8048-ccd4-48c5e4a7d49e	241	2026-12-22 18:06:55+00
0fa6190e-95dc-e86d-8a25-e32bbde2b6b3	d9e2e34b-17bf-3670-afba-bf056e020b9a	6850e2b1-900c-834e-a7a1-617764f224d4	242	2026-12-22 19:32:12+00
dd07dcbf-bd59-f701-5596-51923b35ed2e	6486caaa-1041-59d5-d295-c010410c7173	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	243	2026-12-22 13:47:14+00
b447f7d1-696d-6e12-4271-210c9627312f	0bc3e699-5063-e712-dd90-65830220dcef	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	244	2026-12-22 16:35:46+00
0b8ee74b-7b47-6aef-fd32-bf548a1083f9	5d89314d-f125-5136-057e-a4c95ea508b6	48920668-c93b-b3cb-0d22-e15fff2a765d	245	2026-12-22 22:24:27+00
57fc252b-2aee-a02d-bc06-400a20c7da1e	5b1d21a5-9cad-3ef3-2f66-e64e920e740c	5131069a-fa40-008e-f9af-1c94441aed04	246	2026-12-22 02:01:26+00
c47e46cf-8afb-5205-76af-4f3044ff95c9	70aa9269-5c2f-a0f4-acc5-f1f225f73b12	128c24c5-c02d-0eca-734d-68d809c4b324	247	2026-12-22 16:47:45+00
149b8802-4fde-74af-e649-488fff120663	31b8ee1e-1d4e-cc07-c344-cc4b7b92788e	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	248	2026-12-22 18:56:38+00
64dfcbcc-f3dc-40f8-cda4-4815c0044c36	0c924c77-599b-4f67-7aa7-37b264a9b95b	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	249	2026-12-22 10:36:39+00
5f6e5ae7-8dc6-718c-4da6-833cf7eced32	fdb46627-5d21-76b8-c2a6-49dc65d99fae	d3031de5-ec19-1b52-2c3e-9c95be86371a	250	2026-12-22 06:47:15+00
c42eb0b0-4171-f911-792e-ee891ac82740	8225655d-8d39-b1c3-c6eb-52a146e9fde0	edbddc1c-f633-e779-6146-7858e240e71c	251	2026-12-22 06:12:30+00
d465529a-9edd-720e-a865-46ebc554d340	35356bcb-85de-961a-7b8e-cf87265d2fdd	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	252	2026-12-22 03:31:02+00
091877be-9c72-a9fe-312c-1409b9861c5f	2bdd62ab-0673-db9f-e873-46752dc67789	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	253	2026-12-22 05:31:34+00
8d444cbb-cfc6-4680-ed5a-cad09cef7ed7	28e82474-b1d4-fff6-b9ae-2d709b1cab60	740220fa-0cf6-7e87-6106-9cc72eebf871	254	2026-12-22 22:43:14+00
c2d19a1b-208f-a710-74d5-2e1a8676838f	c8c1cf31-01a2-82d0-8da8-65fd85969b08	df962ec3-2221-3c4f-34a3-791ce6834f15	255	2026-12-22 18:29:09+00
3ea595f9-0cf0-f308-bfb1-0bea5166cb12	b7ea9077-4e12-0c3e-d4d9-2e20ce29bffa	e48a5db1-6790-b545-5699-2a3a495b967a	256	2026-12-22 14:41:22+00
5032790e-a6cd-97f5-4e44-288bb525aa49	c532da38-62b2-6fbd-8e89-a060f9257caa	08be0292-ba51-316b-8a70-0b19060b4cdd	257	2026-12-22 19:04:34+00
4b3c041a-d0df-f7ca-e6be-b322e4c6d51d	9b3c1a82-f13c-5588-4b20-04afaf5b34fd	f77cd8c9-e8b0-588f-290f-46eea4d19d73	258	2026-12-22 01:30:09+00
06145f53-f0ce-cb2d-1fb4-fe5a74c8a20d	8ef38686-1111-8925-0558-b23188071cae	09b4e382-be0e-7f82-621c-eecffbd119ba	259	2026-12-22 04:36:26+00
adb50568-89c5-fafc-a351-9b382544e4c1	3f955204-4f61-36f6-d6f8-f51e4b70fc80	fa837959-e315-5b4d-c56c-b8093c95f791	260	2026-12-22 01:28:50+00
c7dba814-5b05-cd78-0094-3c6f007211b2	eb4802a1-90e5-ed26-6d4c-84752af7c14b	ae51d040-1f5f-07f4-66c6-250880b9d4ca	261	2026-12-22 03:58:25+00
16961e2f-55f6-109e-ea02-f132dc5b80aa	a2dc4022-2327-6587-60fd-ff7553affbc8	ef6cf2a2-7fd0-5fcf-55fd-8d7f20c1594f	262	2026-12-22 11:14:04+00
b9bc6b51-ab8c-0849-203f-38253c8a3ed1	6120b62f-a593-865a-5df5-566fede621cf	dbdb69eb-4845-46f6-3e80-b383f3200d5e	263	2026-12-22 16:07:06+00
c34d803e-1587-86b8-01fc-908aac5bc8f5	32b0d497-bc16-ee32-1b2c-2323f2015ffa	6496f9df-02de-89be-2a2a-16742b825527	264	2026-12-22 06:46:17+00
5f8b55e0-3f73-7e71-110a-b3452ccf39cb	4b25534a-96a6-1e78-0f6a-c69d0e1a6df8	4b28c9a8-e273-763a-7136-26c33c282f35	265	2026-12-22 12:21:08+00
8b79ccda-d26b-0e3b-8cd2-13692c592542	96d4b5b7-cf6b-0a5e-2f3a-839fa9f09e9b	498d4a6d-c37d-4a3c-a5ec-4f8743d8aa3a	266	2026-12-22 07:12:41+00
8acdc09c-3749-0083-a376-8a7c5b3e374c	8d248aa0-288c-eabf-7c9f-8160e969eb8c	71842a9e-e95a-4511-c69c-3c9bd36a603b	267	2026-12-22 18:40:02+00
58cf2505-1748-b6f3-62da-efb61085b564	7b56df74-41df-baec-6fa3-9bbd36353b33	9de4cbd6-2d27-2b86-0e6c-7e307dde492e	268	2026-12-22 10:43:41+00
ff6e8dca-9f40-1c64-ff5e-ba89202cbdca	99eecf5c-bd1c-c387-3330-c56ffb83b4fa	4c530db5-9dd2-3cf7-fafe-a78696c73220	269	2026-12-22 00:41:45+00
f71f75f8-4660-ad7c-3c91-b800c4feec6e	a54f8dfe-42a0-d000-1381-ac621588967c	25ec0f64-6d80-f598-9bca-2c4c7304308d	270	2026-12-22 21:58:25+00
b1090d4e-c265-4029-9aff-c59de4b9b2ae	68c2c02c-99e2-dceb-9cb2-b11a1e1e866e	58b397e9-2a58-a632-a418-c26109e93a36	271	2026-12-22 10:20:44+00
2fe7b9d8-92e3-613a-64a0-246b038fc4ae	506c7ebc-34c1-e44a-344b-cfd439729d43	96437dd6-6082-eed3-f06c-27d358639f2a	272	2026-12-22 13:42:52+00
311681ff-92b8-be34-20dd-f29d8b0009e8	6d109eb2-fcfd-87ed-e3ba-103e6b71e5c0	43b83acf-7433-9f63-c99d-43421eb9a3d0	273	2026-12-22 13:24:11+00
0bf0c804-4e50-8731-1d81-f73f4534869c	0c368d86-0f8a-ba97-eab0-9a4650c0d52b	b748731c-7585-cd6a-8b67-49fbcf260f60	274	2026-12-22 20:06:15+00
5c6e2a1d-6f7a-4296-4ca5-74b6b30b3c25	2636c9ce-03c7-52e1-8b42-d80318ae37f4	6bbdb798-6fe8-3ef9-aeb9-2161d269d653	275	2026-12-22 09:18:42+00
86b22886-4f5b-e67a-75a0-7f959197d638	0c6a2a63-b2c2-2105-0f29-ad50f574b0e7	946652a3-6954-2404-f4db-631c21cbe972	276	2026-12-22 19:46:59+00
0ffbbae3-9c99-4a67-3409-66df3f7d8c58	0a483188-e482-0eb7-2bf2-57938633fa71	40a2432d-15f4-cd4c-23de-ee789ebeb918	277	2026-12-22 13:42:10+00
99960bb0-02c4-087f-713c-56493a7e47ef	54617197-6dc5-8db7-231d-e8a8a6a3edbc	efa5c07b-4df1-a6ab-c94f-0fd804881bd6	278	2026-12-22 09:33:11+00
51e5e47a-4f50-6327-1089-55ca56996781	b6b4706e-913f-1592-6646-318c416ef2bd	736d975d-b281-2d7b-d002-79b042f71679	279	2026-12-22 13:27:32+00
03f4a0ba-b0b1-f979-a591-575b8a3e6c91	55577cf9-313e-4405-b602-f2862fa88351	bf9cf67f-ddc1-62bc-2216-91e6de39dddf	280	2026-12-22 23:21:41+00
3f55a4f4-ddfa-6d9e-6015-abefc7be0dea	8d71803a-87c4-86b0-95cf-57c835e7afa0	aba2e969-9100-8048-ccd4-48c5e4a7d49e	281	2026-12-22 03:43:58+00
59166f08-0912-e7f9-d562-3f5c401a13cc	62b998e3-931a-0622-0502-0b353fff9b2b	6850e2b1-900c-834e-a7a1-617764f224d4	282	2026-12-22 15:38:54+00
47cd5c7e-5991-f8b7-8a40-f856f10e614f	9b7edb26-806c-e0e7-90bd-389ff63f4678	fe6b0bd1-925f-29f2-6278-bc2c3c43f566	283	2026-12-22 19:37:00+00
a2818441-356c-fd59-f9c0-2c4e591d65b7	fc11c165-dc22-49e6-f1bc-8285a090effc	2e5f9fad-14d0-a1dc-fa5f-c8223dc1757a	284	2026-12-22 06:25:30+00
6005f0bb-7336-e732-42c0-66a29141d366	3bc73b42-efd1-e0ef-d767-4390c5e61ab8	48920668-c93b-b3cb-0d22-e15fff2a765d	285	2026-12-22 18:35:51+00
31d28bc8-e003-77df-5cb3-eded22a7bae3	e6c11557-33b7-b568-869d-cd3fdcd5c6bb	5131069a-fa40-008e-f9af-1c94441aed04	286	2026-12-22 20:33:25+00
dddcd459-ce79-f636-7855-d7d06d80f0f7	6d420812-d71a-b25c-4cef-9cbaf88e6b9b	128c24c5-c02d-0eca-734d-68d809c4b324	287	2026-12-22 13:50:11+00
7e1885e8-2984-4f6f-c98f-e28dd42cdd87	ae7d6091-d8d0-6e70-3722-deeecceb028b	7baa370f-f0d7-2c25-9293-ba7eab1eeb84	288	2026-12-22 04:05:44+00
f8c948fa-5232-f4c9-c961-ceccf261f1cf	44527bad-16e6-3795-3003-33fb068f2b5c	a48203cb-6f7a-0f3d-df14-614ab8e7f83d	289	2026-12-22 00:38:55+00
08aa4c84-e67d-5dda-e576-44555a03f259	c965ecff-3022-df6e-18ad-a7e6102e7ce1	d3031de5-ec19-1b52-2c3e-9c95be86371a	290	2026-12-22 18:22:45+00
2dd57e8b-baed-9422-2f7a-795caba6049b	473737e4-13a6-9ce7-5f68-8c67cb6008bc	edbddc1c-f633-e779-6146-7858e240e71c	291	2026-12-22 19:31:09+00
d78e0b6c-7a3f-47b7-2f95-55b2b9536a50	c9c2aed1-afc2-df0c-1e2b-47f4e58c1ec7	11fab9e9-4ce8-99c4-8e41-1e67c73f034c	292	2026-12-22 22:35:06+00
9b5a325c-e9c3-09e1-6638-84ff629ae2ff	63c6ec6f-ddb8-9bb7-74ee-24ae78c72a84	10bd9eb6-62bb-b0d5-edd2-ec2bff9f9043	293	2026-12-22 00:24:26+00
1b16d84b-8526-43dc-cdfe-282fc53bbfe9	12359be9-f1f4-78d5-f09c-797a545f454d	740220fa-0cf6-7e87-6106-9cc72eebf871	294	2026-12-22 14:23:30+00
3263f3a6-a718-fd6e-a436-e668e497face	0bd4f091-3bce-c38f-f0d0-487832c9cf04	df962ec3-2221-3c4f-34a3-791ce6834f15	295	2026-12-22 20:22:49+00
d8138340-5ac3-0579-3f48-c02b636c84c7	5d48c4ad-3799-47b5-7393-6effa020f5bd	e48a5db1-6790-b545-5699-2a3a495b967a	296	2026-12-22 11:02:56+00
31d5ba1a-a62d-2e5d-4d27-71152f430f2f	ec09cfa6-2497-3fba-7b15-e10cf77b6488	08be0292-ba51-316b-8a70-0b19060b4cdd	297	2026-12-22 12:57:31+00
dea423f4-9bd0-5912-57ca-ac962d7f6350	57f1a686-f3cf-cc12-cfc5-0758f4f6f18c	f77cd8c9-e8b0-588f-290f-46eea4d19d73	298	2026-12-22 03:55:34+00
2bc8d948-65db-cfc2-13fa-40be25520861	81f94216-7379-c2ac-37ac-6e5624fb3230	09b4e382-be0e-7f82-621c-eecffbd119ba	299	2026-12-22 21:06:18+00
cd013a4b-650c-7958-1ce7-e0a36a2b1d53	8496b016-ddcf-9c18-5ca9-360eb402ee9c	fa837959-e315-5b4d-c56c-b8093c95f791	300	2026-12-22 09:20:40+00
\.
select pg_catalog.setval('public.notifications_id_seq', 100, 't');
--
-- PostgreSQL database dump
--

\restrict atLOkOkOD5BLpA8tQO5KKb3jT9WKdmZOt7Vfd3OeRlMdAd96QyvAH3YcCDCLJXO

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

\unrestrict atLOkOkOD5BLpA8tQO5KKb3jT9WKdmZOt7Vfd3OeRlMdAd96QyvAH3YcCDCLJXO

do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'analyst') then create role analyst login; end if; end $role$;
do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'app') then create role app login; end if; end $role$;
do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'legacy') then create role legacy login; end if; end $role$;
do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'worker') then create role worker login; end if; end $role$;
grant all on schema public to analyst; grant all on all tables in schema public to analyst; grant all on all sequences in schema public to analyst;
grant all on schema public to app; grant all on all tables in schema public to app; grant all on all sequences in schema public to app;
grant all on schema public to legacy; grant all on all tables in schema public to legacy; grant all on all sequences in schema public to legacy;
grant all on schema public to worker; grant all on all tables in schema public to worker; grant all on all sequences in schema public to worker;
analyze;
