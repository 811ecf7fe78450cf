-- <!-- made by pgrehearse seed -->
-- 5539 rows: those that the statements of the workload "shop" find
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
--
-- PostgreSQL database dump
--

\restrict d0fdfbf055af289c8cae3d707b776f73c22748fca501cb91a048797f0047d0ab

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
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id bigint NOT NULL,
    email text NOT NULL,
    city text NOT NULL
);


--
-- Name: order_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_items (
    order_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity integer NOT NULL
);


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    status text DEFAULT 'new'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: products; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.products (
    id bigint NOT NULL,
    name text NOT NULL,
    price_cents integer NOT NULL
);


--
-- PostgreSQL database dump complete
--

\unrestrict d0fdfbf055af289c8cae3d707b776f73c22748fca501cb91a048797f0047d0ab

set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
copy public.customers (id, email, city) from stdin;
1	customer1@example.com	Lyon
2	customer2@example.com	Turin
3	customer3@example.com	Graz
4	customer4@example.com	Bern
5	customer5@example.com	Lyon
6	customer6@example.com	Turin
7	customer7@example.com	Graz
8	customer8@example.com	Bern
9	customer9@example.com	Lyon
10	customer10@example.com	Turin
11	customer11@example.com	Graz
12	customer12@example.com	Bern
13	customer13@example.com	Lyon
14	customer14@example.com	Turin
15	customer15@example.com	Graz
16	customer16@example.com	Bern
17	customer17@example.com	Lyon
18	customer18@example.com	Turin
19	customer19@example.com	Graz
20	customer20@example.com	Bern
21	customer21@example.com	Lyon
22	customer22@example.com	Turin
23	customer23@example.com	Graz
24	customer24@example.com	Bern
25	customer25@example.com	Lyon
26	customer26@example.com	Turin
27	customer27@example.com	Graz
28	customer28@example.com	Bern
29	customer29@example.com	Lyon
30	customer30@example.com	Turin
31	customer31@example.com	Graz
32	customer32@example.com	Bern
33	customer33@example.com	Lyon
34	customer34@example.com	Turin
35	customer35@example.com	Graz
36	customer36@example.com	Bern
37	customer37@example.com	Lyon
38	customer38@example.com	Turin
39	customer39@example.com	Graz
40	customer40@example.com	Bern
41	customer41@example.com	Lyon
42	customer42@example.com	Turin
43	customer43@example.com	Graz
44	customer44@example.com	Bern
45	customer45@example.com	Lyon
46	customer46@example.com	Turin
47	customer47@example.com	Graz
48	customer48@example.com	Bern
49	customer49@example.com	Lyon
50	customer50@example.com	Turin
51	customer51@example.com	Graz
52	customer52@example.com	Bern
53	customer53@example.com	Lyon
54	customer54@example.com	Turin
55	customer55@example.com	Graz
56	customer56@example.com	Bern
57	customer57@example.com	Lyon
58	customer58@example.com	Turin
59	customer59@example.com	Graz
60	customer60@example.com	Bern
61	customer61@example.com	Lyon
62	customer62@example.com	Turin
63	customer63@example.com	Graz
64	customer64@example.com	Bern
65	customer65@example.com	Lyon
66	customer66@example.com	Turin
67	customer67@example.com	Graz
68	customer68@example.com	Bern
69	customer69@example.com	Lyon
70	customer70@example.com	Turin
71	customer71@example.com	Graz
72	customer72@example.com	Bern
73	customer73@example.com	Lyon
74	customer74@example.com	Turin
75	customer75@example.com	Graz
76	customer76@example.com	Bern
77	customer77@example.com	Lyon
78	customer78@example.com	Turin
79	customer79@example.com	Graz
80	customer80@example.com	Bern
81	customer81@example.com	Lyon
82	customer82@example.com	Turin
83	customer83@example.com	Graz
84	customer84@example.com	Bern
85	customer85@example.com	Lyon
86	customer86@example.com	Turin
87	customer87@example.com	Graz
88	customer88@example.com	Bern
89	customer89@example.com	Lyon
90	customer90@example.com	Turin
91	customer91@example.com	Graz
92	customer92@example.com	Bern
93	customer93@example.com	Lyon
94	customer94@example.com	Turin
95	customer95@example.com	Graz
96	customer96@example.com	Bern
97	customer97@example.com	Lyon
98	customer98@example.com	Turin
99	customer99@example.com	Graz
100	customer100@example.com	Bern
101	customer101@example.com	Lyon
102	customer102@example.com	Turin
103	customer103@example.com	Graz
104	customer104@example.com	Bern
105	customer105@example.com	Lyon
106	customer106@example.com	Turin
107	customer107@example.com	Graz
108	customer108@example.com	Bern
109	customer109@example.com	Lyon
110	customer110@example.com	Turin
111	customer111@example.com	Graz
112	customer112@example.com	Bern
113	customer113@example.com	Lyon
114	customer114@example.com	Turin
115	customer115@example.com	Graz
116	customer116@example.com	Bern
117	customer117@example.com	Lyon
118	customer118@example.com	Turin
119	customer119@example.com	Graz
120	customer120@example.com	Bern
121	customer121@example.com	Lyon
122	customer122@example.com	Turin
123	customer123@example.com	Graz
124	customer124@example.com	Bern
125	customer125@example.com	Lyon
126	customer126@example.com	Turin
127	customer127@example.com	Graz
128	customer128@example.com	Bern
129	customer129@example.com	Lyon
130	customer130@example.com	Turin
131	customer131@example.com	Graz
132	customer132@example.com	Bern
133	customer133@example.com	Lyon
134	customer134@example.com	Turin
135	customer135@example.com	Graz
136	customer136@example.com	Bern
137	customer137@example.com	Lyon
138	customer138@example.com	Turin
139	customer139@example.com	Graz
140	customer140@example.com	Bern
141	customer141@example.com	Lyon
142	customer142@example.com	Turin
143	customer143@example.com	Graz
144	customer144@example.com	Bern
145	customer145@example.com	Lyon
146	customer146@example.com	Turin
147	customer147@example.com	Graz
148	customer148@example.com	Bern
149	customer149@example.com	Lyon
150	customer150@example.com	Turin
151	customer151@example.com	Graz
152	customer152@example.com	Bern
153	customer153@example.com	Lyon
154	customer154@example.com	Turin
155	customer155@example.com	Graz
156	customer156@example.com	Bern
157	customer157@example.com	Lyon
158	customer158@example.com	Turin
159	customer159@example.com	Graz
160	customer160@example.com	Bern
161	customer161@example.com	Lyon
162	customer162@example.com	Turin
163	customer163@example.com	Graz
164	customer164@example.com	Bern
165	customer165@example.com	Lyon
166	customer166@example.com	Turin
167	customer167@example.com	Graz
168	customer168@example.com	Bern
169	customer169@example.com	Lyon
170	customer170@example.com	Turin
171	customer171@example.com	Graz
172	customer172@example.com	Bern
173	customer173@example.com	Lyon
174	customer174@example.com	Turin
175	customer175@example.com	Graz
176	customer176@example.com	Bern
177	customer177@example.com	Lyon
178	customer178@example.com	Turin
179	customer179@example.com	Graz
180	customer180@example.com	Bern
181	customer181@example.com	Lyon
182	customer182@example.com	Turin
183	customer183@example.com	Graz
184	customer184@example.com	Bern
185	customer185@example.com	Lyon
186	customer186@example.com	Turin
187	customer187@example.com	Graz
188	customer188@example.com	Bern
189	customer189@example.com	Lyon
190	customer190@example.com	Turin
191	customer191@example.com	Graz
192	customer192@example.com	Bern
193	customer193@example.com	Lyon
194	customer194@example.com	Turin
195	customer195@example.com	Graz
196	customer196@example.com	Bern
197	customer197@example.com	Lyon
198	customer198@example.com	Turin
199	customer199@example.com	Graz
200	customer200@example.com	Bern
201	customer201@example.com	Lyon
202	customer202@example.com	Turin
203	customer203@example.com	Graz
204	customer204@example.com	Bern
205	customer205@example.com	Lyon
206	customer206@example.com	Turin
207	customer207@example.com	Graz
208	customer208@example.com	Bern
209	customer209@example.com	Lyon
210	customer210@example.com	Turin
211	customer211@example.com	Graz
212	customer212@example.com	Bern
213	customer213@example.com	Lyon
214	customer214@example.com	Turin
215	customer215@example.com	Graz
216	customer216@example.com	Bern
217	customer217@example.com	Lyon
218	customer218@example.com	Turin
219	customer219@example.com	Graz
220	customer220@example.com	Bern
221	customer221@example.com	Lyon
222	customer222@example.com	Turin
223	customer223@example.com	Graz
224	customer224@example.com	Bern
225	customer225@example.com	Lyon
226	customer226@example.com	Turin
227	customer227@example.com	Graz
228	customer228@example.com	Bern
229	customer229@example.com	Lyon
230	customer230@example.com	Turin
231	customer231@example.com	Graz
232	customer232@example.com	Bern
233	customer233@example.com	Lyon
234	customer234@example.com	Turin
235	customer235@example.com	Graz
236	customer236@example.com	Bern
237	customer237@example.com	Lyon
238	customer238@example.com	Turin
239	customer239@example.com	Graz
240	customer240@example.com	Bern
241	customer241@example.com	Lyon
242	customer242@example.com	Turin
243	customer243@example.com	Graz
244	customer244@example.com	Bern
245	customer245@example.com	Lyon
246	customer246@example.com	Turin
247	customer247@example.com	Graz
248	customer248@example.com	Bern
249	customer249@example.com	Lyon
250	customer250@example.com	Turin
251	customer251@example.com	Graz
252	customer252@example.com	Bern
253	customer253@example.com	Lyon
254	customer254@example.com	Turin
255	customer255@example.com	Graz
256	customer256@example.com	Bern
257	customer257@example.com	Lyon
258	customer258@example.com	Turin
259	customer259@example.com	Graz
260	customer260@example.com	Bern
261	customer261@example.com	Lyon
262	customer262@example.com	Turin
263	customer263@example.com	Graz
264	customer264@example.com	Bern
265	customer265@example.com	Lyon
266	customer266@example.com	Turin
267	customer267@example.com	Graz
268	customer268@example.com	Bern
269	customer269@example.com	Lyon
270	customer270@example.com	Turin
271	customer271@example.com	Graz
272	customer272@example.com	Bern
273	customer273@example.com	Lyon
274	customer274@example.com	Turin
275	customer275@example.com	Graz
276	customer276@example.com	Bern
277	customer277@example.com	Lyon
278	customer278@example.com	Turin
279	customer279@example.com	Graz
280	customer280@example.com	Bern
281	customer281@example.com	Lyon
282	customer282@example.com	Turin
283	customer283@example.com	Graz
284	customer284@example.com	Bern
285	customer285@example.com	Lyon
286	customer286@example.com	Turin
287	customer287@example.com	Graz
288	customer288@example.com	Bern
289	customer289@example.com	Lyon
290	customer290@example.com	Turin
291	customer291@example.com	Graz
292	customer292@example.com	Bern
293	customer293@example.com	Lyon
294	customer294@example.com	Turin
295	customer295@example.com	Graz
296	customer296@example.com	Bern
297	customer297@example.com	Lyon
298	customer298@example.com	Turin
299	customer299@example.com	Graz
300	customer300@example.com	Bern
307	customer307@example.com	Graz
320	customer320@example.com	Bern
322	customer322@example.com	Turin
335	customer335@example.com	Graz
348	customer348@example.com	Bern
350	customer350@example.com	Turin
363	customer363@example.com	Graz
378	customer378@example.com	Turin
391	customer391@example.com	Graz
404	customer404@example.com	Bern
406	customer406@example.com	Turin
419	customer419@example.com	Graz
432	customer432@example.com	Bern
447	customer447@example.com	Graz
460	customer460@example.com	Bern
475	customer475@example.com	Graz
488	customer488@example.com	Bern
501	customer501@example.com	Lyon
503	customer503@example.com	Graz
516	customer516@example.com	Bern
531	customer531@example.com	Graz
544	customer544@example.com	Bern
557	customer557@example.com	Lyon
559	customer559@example.com	Graz
572	customer572@example.com	Bern
585	customer585@example.com	Lyon
587	customer587@example.com	Graz
600	customer600@example.com	Bern
613	customer613@example.com	Lyon
615	customer615@example.com	Graz
628	customer628@example.com	Bern
641	customer641@example.com	Lyon
643	customer643@example.com	Graz
656	customer656@example.com	Bern
669	customer669@example.com	Lyon
671	customer671@example.com	Graz
684	customer684@example.com	Bern
697	customer697@example.com	Lyon
712	customer712@example.com	Bern
725	customer725@example.com	Lyon
727	customer727@example.com	Graz
740	customer740@example.com	Bern
753	customer753@example.com	Lyon
755	customer755@example.com	Graz
768	customer768@example.com	Bern
781	customer781@example.com	Lyon
783	customer783@example.com	Graz
796	customer796@example.com	Bern
809	customer809@example.com	Lyon
824	customer824@example.com	Bern
837	customer837@example.com	Lyon
852	customer852@example.com	Bern
865	customer865@example.com	Lyon
880	customer880@example.com	Bern
893	customer893@example.com	Lyon
908	customer908@example.com	Bern
921	customer921@example.com	Lyon
934	customer934@example.com	Turin
936	customer936@example.com	Bern
949	customer949@example.com	Lyon
962	customer962@example.com	Turin
964	customer964@example.com	Bern
977	customer977@example.com	Lyon
990	customer990@example.com	Turin
992	customer992@example.com	Bern
1005	customer1005@example.com	Lyon
1018	customer1018@example.com	Turin
1020	customer1020@example.com	Bern
1033	customer1033@example.com	Lyon
1046	customer1046@example.com	Turin
1048	customer1048@example.com	Bern
1061	customer1061@example.com	Lyon
1074	customer1074@example.com	Turin
1076	customer1076@example.com	Bern
1089	customer1089@example.com	Lyon
1102	customer1102@example.com	Turin
1104	customer1104@example.com	Bern
1117	customer1117@example.com	Lyon
1130	customer1130@example.com	Turin
1132	customer1132@example.com	Bern
1145	customer1145@example.com	Lyon
1158	customer1158@example.com	Turin
1173	customer1173@example.com	Lyon
1186	customer1186@example.com	Turin
1188	customer1188@example.com	Bern
1201	customer1201@example.com	Lyon
1214	customer1214@example.com	Turin
1216	customer1216@example.com	Bern
1229	customer1229@example.com	Lyon
1242	customer1242@example.com	Turin
1244	customer1244@example.com	Bern
1257	customer1257@example.com	Lyon
1270	customer1270@example.com	Turin
1285	customer1285@example.com	Lyon
1298	customer1298@example.com	Turin
1313	customer1313@example.com	Lyon
1326	customer1326@example.com	Turin
1339	customer1339@example.com	Graz
1341	customer1341@example.com	Lyon
1354	customer1354@example.com	Turin
1367	customer1367@example.com	Graz
1369	customer1369@example.com	Lyon
1382	customer1382@example.com	Turin
1397	customer1397@example.com	Lyon
1410	customer1410@example.com	Turin
1423	customer1423@example.com	Graz
1438	customer1438@example.com	Turin
1451	customer1451@example.com	Graz
1453	customer1453@example.com	Lyon
1466	customer1466@example.com	Turin
1479	customer1479@example.com	Graz
1481	customer1481@example.com	Lyon
1494	customer1494@example.com	Turin
1507	customer1507@example.com	Graz
1509	customer1509@example.com	Lyon
1522	customer1522@example.com	Turin
1535	customer1535@example.com	Graz
1537	customer1537@example.com	Lyon
1550	customer1550@example.com	Turin
1563	customer1563@example.com	Graz
1565	customer1565@example.com	Lyon
1578	customer1578@example.com	Turin
1591	customer1591@example.com	Graz
1593	customer1593@example.com	Lyon
1606	customer1606@example.com	Turin
1619	customer1619@example.com	Graz
1621	customer1621@example.com	Lyon
1634	customer1634@example.com	Turin
1647	customer1647@example.com	Graz
1649	customer1649@example.com	Lyon
1662	customer1662@example.com	Turin
1675	customer1675@example.com	Graz
1690	customer1690@example.com	Turin
1703	customer1703@example.com	Graz
1718	customer1718@example.com	Turin
1731	customer1731@example.com	Graz
1746	customer1746@example.com	Turin
1759	customer1759@example.com	Graz
1772	customer1772@example.com	Bern
1774	customer1774@example.com	Turin
1787	customer1787@example.com	Graz
1802	customer1802@example.com	Turin
1815	customer1815@example.com	Graz
1828	customer1828@example.com	Bern
1843	customer1843@example.com	Graz
1856	customer1856@example.com	Bern
1858	customer1858@example.com	Turin
1871	customer1871@example.com	Graz
1884	customer1884@example.com	Bern
1886	customer1886@example.com	Turin
1899	customer1899@example.com	Graz
1912	customer1912@example.com	Bern
1914	customer1914@example.com	Turin
1927	customer1927@example.com	Graz
1940	customer1940@example.com	Bern
1942	customer1942@example.com	Turin
1955	customer1955@example.com	Graz
1968	customer1968@example.com	Bern
1970	customer1970@example.com	Turin
1983	customer1983@example.com	Graz
1996	customer1996@example.com	Bern
1998	customer1998@example.com	Turin
2011	customer2011@example.com	Graz
2024	customer2024@example.com	Bern
2026	customer2026@example.com	Turin
2039	customer2039@example.com	Graz
2052	customer2052@example.com	Bern
2054	customer2054@example.com	Turin
2067	customer2067@example.com	Graz
2080	customer2080@example.com	Bern
2082	customer2082@example.com	Turin
2095	customer2095@example.com	Graz
2108	customer2108@example.com	Bern
2123	customer2123@example.com	Graz
2136	customer2136@example.com	Bern
2151	customer2151@example.com	Graz
2164	customer2164@example.com	Bern
2177	customer2177@example.com	Lyon
2179	customer2179@example.com	Graz
2192	customer2192@example.com	Bern
2205	customer2205@example.com	Lyon
2207	customer2207@example.com	Graz
2220	customer2220@example.com	Bern
2233	customer2233@example.com	Lyon
2235	customer2235@example.com	Graz
2248	customer2248@example.com	Bern
2261	customer2261@example.com	Lyon
2263	customer2263@example.com	Graz
2276	customer2276@example.com	Bern
2289	customer2289@example.com	Lyon
2291	customer2291@example.com	Graz
2304	customer2304@example.com	Bern
2317	customer2317@example.com	Lyon
2319	customer2319@example.com	Graz
2332	customer2332@example.com	Bern
2345	customer2345@example.com	Lyon
2347	customer2347@example.com	Graz
2360	customer2360@example.com	Bern
2373	customer2373@example.com	Lyon
2375	customer2375@example.com	Graz
2388	customer2388@example.com	Bern
2401	customer2401@example.com	Lyon
2403	customer2403@example.com	Graz
2416	customer2416@example.com	Bern
2429	customer2429@example.com	Lyon
2431	customer2431@example.com	Graz
2444	customer2444@example.com	Bern
2457	customer2457@example.com	Lyon
2459	customer2459@example.com	Graz
2472	customer2472@example.com	Bern
2485	customer2485@example.com	Lyon
2487	customer2487@example.com	Graz
2500	customer2500@example.com	Bern
2513	customer2513@example.com	Lyon
2528	customer2528@example.com	Bern
2541	customer2541@example.com	Lyon
2556	customer2556@example.com	Bern
2569	customer2569@example.com	Lyon
2584	customer2584@example.com	Bern
2597	customer2597@example.com	Lyon
2610	customer2610@example.com	Turin
2612	customer2612@example.com	Bern
2625	customer2625@example.com	Lyon
2638	customer2638@example.com	Turin
2653	customer2653@example.com	Lyon
2666	customer2666@example.com	Turin
2681	customer2681@example.com	Lyon
2694	customer2694@example.com	Turin
2696	customer2696@example.com	Bern
2709	customer2709@example.com	Lyon
2722	customer2722@example.com	Turin
2724	customer2724@example.com	Bern
2737	customer2737@example.com	Lyon
2750	customer2750@example.com	Turin
2752	customer2752@example.com	Bern
2765	customer2765@example.com	Lyon
2778	customer2778@example.com	Turin
2780	customer2780@example.com	Bern
2793	customer2793@example.com	Lyon
2806	customer2806@example.com	Turin
2808	customer2808@example.com	Bern
2821	customer2821@example.com	Lyon
2834	customer2834@example.com	Turin
2836	customer2836@example.com	Bern
2849	customer2849@example.com	Lyon
2862	customer2862@example.com	Turin
2864	customer2864@example.com	Bern
2877	customer2877@example.com	Lyon
2890	customer2890@example.com	Turin
2892	customer2892@example.com	Bern
2905	customer2905@example.com	Lyon
2918	customer2918@example.com	Turin
2933	customer2933@example.com	Lyon
2946	customer2946@example.com	Turin
2961	customer2961@example.com	Lyon
2974	customer2974@example.com	Turin
2989	customer2989@example.com	Lyon
3002	customer3002@example.com	Turin
3015	customer3015@example.com	Graz
3017	customer3017@example.com	Lyon
3030	customer3030@example.com	Turin
3043	customer3043@example.com	Graz
3045	customer3045@example.com	Lyon
3058	customer3058@example.com	Turin
3071	customer3071@example.com	Graz
3073	customer3073@example.com	Lyon
3086	customer3086@example.com	Turin
3099	customer3099@example.com	Graz
3101	customer3101@example.com	Lyon
3114	customer3114@example.com	Turin
3127	customer3127@example.com	Graz
3129	customer3129@example.com	Lyon
3142	customer3142@example.com	Turin
3155	customer3155@example.com	Graz
3157	customer3157@example.com	Lyon
3170	customer3170@example.com	Turin
3183	customer3183@example.com	Graz
3185	customer3185@example.com	Lyon
3198	customer3198@example.com	Turin
3211	customer3211@example.com	Graz
3213	customer3213@example.com	Lyon
3226	customer3226@example.com	Turin
3239	customer3239@example.com	Graz
3241	customer3241@example.com	Lyon
3254	customer3254@example.com	Turin
3267	customer3267@example.com	Graz
3269	customer3269@example.com	Lyon
3282	customer3282@example.com	Turin
3295	customer3295@example.com	Graz
3297	customer3297@example.com	Lyon
3310	customer3310@example.com	Turin
3323	customer3323@example.com	Graz
3325	customer3325@example.com	Lyon
3338	customer3338@example.com	Turin
3351	customer3351@example.com	Graz
3366	customer3366@example.com	Turin
3379	customer3379@example.com	Graz
3394	customer3394@example.com	Turin
3407	customer3407@example.com	Graz
3420	customer3420@example.com	Bern
3422	customer3422@example.com	Turin
3435	customer3435@example.com	Graz
3448	customer3448@example.com	Bern
3450	customer3450@example.com	Turin
3463	customer3463@example.com	Graz
3476	customer3476@example.com	Bern
3478	customer3478@example.com	Turin
3491	customer3491@example.com	Graz
3504	customer3504@example.com	Bern
3506	customer3506@example.com	Turin
3519	customer3519@example.com	Graz
3532	customer3532@example.com	Bern
3547	customer3547@example.com	Graz
3560	customer3560@example.com	Bern
3562	customer3562@example.com	Turin
3575	customer3575@example.com	Graz
3588	customer3588@example.com	Bern
3590	customer3590@example.com	Turin
3603	customer3603@example.com	Graz
3616	customer3616@example.com	Bern
3618	customer3618@example.com	Turin
3631	customer3631@example.com	Graz
3644	customer3644@example.com	Bern
3646	customer3646@example.com	Turin
3659	customer3659@example.com	Graz
3672	customer3672@example.com	Bern
3674	customer3674@example.com	Turin
3687	customer3687@example.com	Graz
3700	customer3700@example.com	Bern
3702	customer3702@example.com	Turin
3715	customer3715@example.com	Graz
3728	customer3728@example.com	Bern
3730	customer3730@example.com	Turin
3743	customer3743@example.com	Graz
3756	customer3756@example.com	Bern
3771	customer3771@example.com	Graz
3784	customer3784@example.com	Bern
3799	customer3799@example.com	Graz
3812	customer3812@example.com	Bern
3827	customer3827@example.com	Graz
3840	customer3840@example.com	Bern
3853	customer3853@example.com	Lyon
3855	customer3855@example.com	Graz
3868	customer3868@example.com	Bern
3881	customer3881@example.com	Lyon
3883	customer3883@example.com	Graz
3896	customer3896@example.com	Bern
3909	customer3909@example.com	Lyon
3924	customer3924@example.com	Bern
3937	customer3937@example.com	Lyon
3939	customer3939@example.com	Graz
3952	customer3952@example.com	Bern
3965	customer3965@example.com	Lyon
3967	customer3967@example.com	Graz
3980	customer3980@example.com	Bern
3993	customer3993@example.com	Lyon
3995	customer3995@example.com	Graz
4008	customer4008@example.com	Bern
4021	customer4021@example.com	Lyon
4023	customer4023@example.com	Graz
4036	customer4036@example.com	Bern
4049	customer4049@example.com	Lyon
4051	customer4051@example.com	Graz
4064	customer4064@example.com	Bern
4077	customer4077@example.com	Lyon
4079	customer4079@example.com	Graz
4092	customer4092@example.com	Bern
4105	customer4105@example.com	Lyon
4107	customer4107@example.com	Graz
4120	customer4120@example.com	Bern
4133	customer4133@example.com	Lyon
4135	customer4135@example.com	Graz
4148	customer4148@example.com	Bern
4161	customer4161@example.com	Lyon
4163	customer4163@example.com	Graz
4176	customer4176@example.com	Bern
4189	customer4189@example.com	Lyon
4204	customer4204@example.com	Bern
4217	customer4217@example.com	Lyon
4232	customer4232@example.com	Bern
4245	customer4245@example.com	Lyon
4258	customer4258@example.com	Turin
4260	customer4260@example.com	Bern
4273	customer4273@example.com	Lyon
4286	customer4286@example.com	Turin
4288	customer4288@example.com	Bern
4301	customer4301@example.com	Lyon
4314	customer4314@example.com	Turin
4316	customer4316@example.com	Bern
4329	customer4329@example.com	Lyon
4342	customer4342@example.com	Turin
4344	customer4344@example.com	Bern
4357	customer4357@example.com	Lyon
4370	customer4370@example.com	Turin
4372	customer4372@example.com	Bern
4385	customer4385@example.com	Lyon
4398	customer4398@example.com	Turin
4400	customer4400@example.com	Bern
4413	customer4413@example.com	Lyon
4426	customer4426@example.com	Turin
4428	customer4428@example.com	Bern
4441	customer4441@example.com	Lyon
4454	customer4454@example.com	Turin
4456	customer4456@example.com	Bern
4469	customer4469@example.com	Lyon
4482	customer4482@example.com	Turin
4484	customer4484@example.com	Bern
4497	customer4497@example.com	Lyon
4510	customer4510@example.com	Turin
4512	customer4512@example.com	Bern
4525	customer4525@example.com	Lyon
4538	customer4538@example.com	Turin
4540	customer4540@example.com	Bern
4553	customer4553@example.com	Lyon
4566	customer4566@example.com	Turin
4568	customer4568@example.com	Bern
4581	customer4581@example.com	Lyon
4594	customer4594@example.com	Turin
4609	customer4609@example.com	Lyon
4622	customer4622@example.com	Turin
4637	customer4637@example.com	Lyon
4650	customer4650@example.com	Turin
4665	customer4665@example.com	Lyon
4678	customer4678@example.com	Turin
4691	customer4691@example.com	Graz
4693	customer4693@example.com	Lyon
4706	customer4706@example.com	Turin
4719	customer4719@example.com	Graz
4721	customer4721@example.com	Lyon
4734	customer4734@example.com	Turin
4747	customer4747@example.com	Graz
4749	customer4749@example.com	Lyon
4762	customer4762@example.com	Turin
4775	customer4775@example.com	Graz
4777	customer4777@example.com	Lyon
4790	customer4790@example.com	Turin
4803	customer4803@example.com	Graz
4805	customer4805@example.com	Lyon
4818	customer4818@example.com	Turin
4831	customer4831@example.com	Graz
4833	customer4833@example.com	Lyon
4846	customer4846@example.com	Turin
4859	customer4859@example.com	Graz
4861	customer4861@example.com	Lyon
4874	customer4874@example.com	Turin
4887	customer4887@example.com	Graz
4889	customer4889@example.com	Lyon
4902	customer4902@example.com	Turin
4915	customer4915@example.com	Graz
4917	customer4917@example.com	Lyon
4930	customer4930@example.com	Turin
4943	customer4943@example.com	Graz
4945	customer4945@example.com	Lyon
4958	customer4958@example.com	Turin
4971	customer4971@example.com	Graz
4973	customer4973@example.com	Lyon
4986	customer4986@example.com	Turin
4999	customer4999@example.com	Graz
\.
copy public.orders (id, customer_id, status, created_at) from stdin;
30012	29	new	2026-01-21 20:12:00+00
30024	57	new	2026-01-21 20:24:00+00
30036	85	new	2026-01-21 20:36:00+00
30048	113	new	2026-01-21 20:48:00+00
30060	141	new	2026-01-21 21:00:00+00
30072	169	new	2026-01-21 21:12:00+00
30084	197	new	2026-01-21 21:24:00+00
30096	225	new	2026-01-21 21:36:00+00
30108	253	new	2026-01-21 21:48:00+00
30120	281	new	2026-01-21 22:00:00+00
30185	16	sent	2026-01-21 23:05:00+00
30197	44	sent	2026-01-21 23:17:00+00
30209	72	sent	2026-01-21 23:29:00+00
30221	100	sent	2026-01-21 23:41:00+00
30233	128	sent	2026-01-21 23:53:00+00
30245	156	sent	2026-01-22 00:05:00+00
30257	184	sent	2026-01-22 00:17:00+00
30269	212	sent	2026-01-22 00:29:00+00
30281	240	sent	2026-01-22 00:41:00+00
30293	268	sent	2026-01-22 00:53:00+00
30305	296	sent	2026-01-22 01:05:00+00
30358	3	paid	2026-01-22 01:58:00+00
30370	31	paid	2026-01-22 02:10:00+00
30382	59	paid	2026-01-22 02:22:00+00
30394	87	paid	2026-01-22 02:34:00+00
30406	115	paid	2026-01-22 02:46:00+00
30418	143	paid	2026-01-22 02:58:00+00
30430	171	paid	2026-01-22 03:10:00+00
30442	199	paid	2026-01-22 03:22:00+00
30454	227	paid	2026-01-22 03:34:00+00
30466	255	paid	2026-01-22 03:46:00+00
30478	283	paid	2026-01-22 03:58:00+00
30543	18	new	2026-01-22 05:03:00+00
30555	46	new	2026-01-22 05:15:00+00
30567	74	new	2026-01-22 05:27:00+00
30579	102	new	2026-01-22 05:39:00+00
30591	130	new	2026-01-22 05:51:00+00
30603	158	new	2026-01-22 06:03:00+00
30615	186	new	2026-01-22 06:15:00+00
30627	214	new	2026-01-22 06:27:00+00
30639	242	new	2026-01-22 06:39:00+00
30651	270	new	2026-01-22 06:51:00+00
30663	298	new	2026-01-22 07:03:00+00
30716	5	sent	2026-01-22 07:56:00+00
30728	33	sent	2026-01-22 08:08:00+00
30740	61	sent	2026-01-22 08:20:00+00
30752	89	sent	2026-01-22 08:32:00+00
30764	117	sent	2026-01-22 08:44:00+00
30776	145	sent	2026-01-22 08:56:00+00
30788	173	sent	2026-01-22 09:08:00+00
30800	201	sent	2026-01-22 09:20:00+00
30812	229	sent	2026-01-22 09:32:00+00
30824	257	sent	2026-01-22 09:44:00+00
30836	285	sent	2026-01-22 09:56:00+00
30901	20	paid	2026-01-22 11:01:00+00
30913	48	paid	2026-01-22 11:13:00+00
30925	76	paid	2026-01-22 11:25:00+00
30937	104	paid	2026-01-22 11:37:00+00
30949	132	paid	2026-01-22 11:49:00+00
30961	160	paid	2026-01-22 12:01:00+00
30973	188	paid	2026-01-22 12:13:00+00
30985	216	paid	2026-01-22 12:25:00+00
30997	244	paid	2026-01-22 12:37:00+00
31009	272	paid	2026-01-22 12:49:00+00
31021	300	paid	2026-01-22 13:01:00+00
31074	7	new	2026-01-22 13:54:00+00
31086	35	new	2026-01-22 14:06:00+00
31098	63	new	2026-01-22 14:18:00+00
31110	91	new	2026-01-22 14:30:00+00
31122	119	new	2026-01-22 14:42:00+00
31134	147	new	2026-01-22 14:54:00+00
31146	175	new	2026-01-22 15:06:00+00
31158	203	new	2026-01-22 15:18:00+00
31170	231	new	2026-01-22 15:30:00+00
31182	259	new	2026-01-22 15:42:00+00
31194	287	new	2026-01-22 15:54:00+00
31259	22	sent	2026-01-22 16:59:00+00
31271	50	sent	2026-01-22 17:11:00+00
31283	78	sent	2026-01-22 17:23:00+00
31295	106	sent	2026-01-22 17:35:00+00
31307	134	sent	2026-01-22 17:47:00+00
31319	162	sent	2026-01-22 17:59:00+00
31331	190	sent	2026-01-22 18:11:00+00
31343	218	sent	2026-01-22 18:23:00+00
31355	246	sent	2026-01-22 18:35:00+00
31367	274	sent	2026-01-22 18:47:00+00
31432	9	paid	2026-01-22 19:52:00+00
31444	37	paid	2026-01-22 20:04:00+00
31456	65	paid	2026-01-22 20:16:00+00
31468	93	paid	2026-01-22 20:28:00+00
31480	121	paid	2026-01-22 20:40:00+00
31492	149	paid	2026-01-22 20:52:00+00
31504	177	paid	2026-01-22 21:04:00+00
31516	205	paid	2026-01-22 21:16:00+00
31528	233	paid	2026-01-22 21:28:00+00
31540	261	paid	2026-01-22 21:40:00+00
31552	289	paid	2026-01-22 21:52:00+00
31617	24	new	2026-01-22 22:57:00+00
31629	52	new	2026-01-22 23:09:00+00
31641	80	new	2026-01-22 23:21:00+00
31653	108	new	2026-01-22 23:33:00+00
31665	136	new	2026-01-22 23:45:00+00
31677	164	new	2026-01-22 23:57:00+00
31689	192	new	2026-01-23 00:09:00+00
31701	220	new	2026-01-23 00:21:00+00
31713	248	new	2026-01-23 00:33:00+00
31725	276	new	2026-01-23 00:45:00+00
31790	11	sent	2026-01-23 01:50:00+00
31802	39	sent	2026-01-23 02:02:00+00
31814	67	sent	2026-01-23 02:14:00+00
31826	95	sent	2026-01-23 02:26:00+00
31838	123	sent	2026-01-23 02:38:00+00
31850	151	sent	2026-01-23 02:50:00+00
31862	179	sent	2026-01-23 03:02:00+00
31874	207	sent	2026-01-23 03:14:00+00
31886	235	sent	2026-01-23 03:26:00+00
31898	263	sent	2026-01-23 03:38:00+00
31910	291	sent	2026-01-23 03:50:00+00
31975	26	paid	2026-01-23 04:55:00+00
31987	54	paid	2026-01-23 05:07:00+00
31999	82	paid	2026-01-23 05:19:00+00
32011	110	paid	2026-01-23 05:31:00+00
32023	138	paid	2026-01-23 05:43:00+00
32035	166	paid	2026-01-23 05:55:00+00
32047	194	paid	2026-01-23 06:07:00+00
32059	222	paid	2026-01-23 06:19:00+00
32071	250	paid	2026-01-23 06:31:00+00
32083	278	paid	2026-01-23 06:43:00+00
32148	13	new	2026-01-23 07:48:00+00
32160	41	new	2026-01-23 08:00:00+00
32172	69	new	2026-01-23 08:12:00+00
32184	97	new	2026-01-23 08:24:00+00
32196	125	new	2026-01-23 08:36:00+00
32208	153	new	2026-01-23 08:48:00+00
32220	181	new	2026-01-23 09:00:00+00
32232	209	new	2026-01-23 09:12:00+00
32244	237	new	2026-01-23 09:24:00+00
32256	265	new	2026-01-23 09:36:00+00
32268	293	new	2026-01-23 09:48:00+00
32333	28	sent	2026-01-23 10:53:00+00
32345	56	sent	2026-01-23 11:05:00+00
32357	84	sent	2026-01-23 11:17:00+00
32369	112	sent	2026-01-23 11:29:00+00
32381	140	sent	2026-01-23 11:41:00+00
32393	168	sent	2026-01-23 11:53:00+00
32405	196	sent	2026-01-23 12:05:00+00
32417	224	sent	2026-01-23 12:17:00+00
32429	252	sent	2026-01-23 12:29:00+00
32441	280	sent	2026-01-23 12:41:00+00
32506	15	paid	2026-01-23 13:46:00+00
32518	43	paid	2026-01-23 13:58:00+00
32530	71	paid	2026-01-23 14:10:00+00
32542	99	paid	2026-01-23 14:22:00+00
32554	127	paid	2026-01-23 14:34:00+00
32566	155	paid	2026-01-23 14:46:00+00
32578	183	paid	2026-01-23 14:58:00+00
32590	211	paid	2026-01-23 15:10:00+00
32602	239	paid	2026-01-23 15:22:00+00
32614	267	paid	2026-01-23 15:34:00+00
32626	295	paid	2026-01-23 15:46:00+00
32679	2	new	2026-01-23 16:39:00+00
32691	30	new	2026-01-23 16:51:00+00
32703	58	new	2026-01-23 17:03:00+00
32715	86	new	2026-01-23 17:15:00+00
32727	114	new	2026-01-23 17:27:00+00
32739	142	new	2026-01-23 17:39:00+00
32751	170	new	2026-01-23 17:51:00+00
32763	198	new	2026-01-23 18:03:00+00
32775	226	new	2026-01-23 18:15:00+00
32787	254	new	2026-01-23 18:27:00+00
32799	282	new	2026-01-23 18:39:00+00
32864	17	sent	2026-01-23 19:44:00+00
32876	45	sent	2026-01-23 19:56:00+00
32888	73	sent	2026-01-23 20:08:00+00
32900	101	sent	2026-01-23 20:20:00+00
32912	129	sent	2026-01-23 20:32:00+00
32924	157	sent	2026-01-23 20:44:00+00
32936	185	sent	2026-01-23 20:56:00+00
32948	213	sent	2026-01-23 21:08:00+00
32960	241	sent	2026-01-23 21:20:00+00
32972	269	sent	2026-01-23 21:32:00+00
32984	297	sent	2026-01-23 21:44:00+00
33037	4	paid	2026-01-23 22:37:00+00
33049	32	paid	2026-01-23 22:49:00+00
33061	60	paid	2026-01-23 23:01:00+00
33073	88	paid	2026-01-23 23:13:00+00
33085	116	paid	2026-01-23 23:25:00+00
33097	144	paid	2026-01-23 23:37:00+00
33109	172	paid	2026-01-23 23:49:00+00
33121	200	paid	2026-01-24 00:01:00+00
33133	228	paid	2026-01-24 00:13:00+00
33145	256	paid	2026-01-24 00:25:00+00
33157	284	paid	2026-01-24 00:37:00+00
33222	19	new	2026-01-24 01:42:00+00
33234	47	new	2026-01-24 01:54:00+00
33246	75	new	2026-01-24 02:06:00+00
33258	103	new	2026-01-24 02:18:00+00
33270	131	new	2026-01-24 02:30:00+00
33282	159	new	2026-01-24 02:42:00+00
33294	187	new	2026-01-24 02:54:00+00
33306	215	new	2026-01-24 03:06:00+00
33318	243	new	2026-01-24 03:18:00+00
33330	271	new	2026-01-24 03:30:00+00
33342	299	new	2026-01-24 03:42:00+00
33395	6	sent	2026-01-24 04:35:00+00
33407	34	sent	2026-01-24 04:47:00+00
33419	62	sent	2026-01-24 04:59:00+00
33431	90	sent	2026-01-24 05:11:00+00
33443	118	sent	2026-01-24 05:23:00+00
33455	146	sent	2026-01-24 05:35:00+00
33467	174	sent	2026-01-24 05:47:00+00
33479	202	sent	2026-01-24 05:59:00+00
33491	230	sent	2026-01-24 06:11:00+00
33503	258	sent	2026-01-24 06:23:00+00
33515	286	sent	2026-01-24 06:35:00+00
33580	21	paid	2026-01-24 07:40:00+00
33592	49	paid	2026-01-24 07:52:00+00
33604	77	paid	2026-01-24 08:04:00+00
33616	105	paid	2026-01-24 08:16:00+00
33628	133	paid	2026-01-24 08:28:00+00
33640	161	paid	2026-01-24 08:40:00+00
33652	189	paid	2026-01-24 08:52:00+00
33664	217	paid	2026-01-24 09:04:00+00
33676	245	paid	2026-01-24 09:16:00+00
33688	273	paid	2026-01-24 09:28:00+00
33753	8	new	2026-01-24 10:33:00+00
33765	36	new	2026-01-24 10:45:00+00
33777	64	new	2026-01-24 10:57:00+00
33789	92	new	2026-01-24 11:09:00+00
33801	120	new	2026-01-24 11:21:00+00
33813	148	new	2026-01-24 11:33:00+00
33825	176	new	2026-01-24 11:45:00+00
33837	204	new	2026-01-24 11:57:00+00
33849	232	new	2026-01-24 12:09:00+00
33861	260	new	2026-01-24 12:21:00+00
33873	288	new	2026-01-24 12:33:00+00
33938	23	sent	2026-01-24 13:38:00+00
33950	51	sent	2026-01-24 13:50:00+00
33962	79	sent	2026-01-24 14:02:00+00
33974	107	sent	2026-01-24 14:14:00+00
33986	135	sent	2026-01-24 14:26:00+00
33998	163	sent	2026-01-24 14:38:00+00
34010	191	sent	2026-01-24 14:50:00+00
34022	219	sent	2026-01-24 15:02:00+00
34034	247	sent	2026-01-24 15:14:00+00
34046	275	sent	2026-01-24 15:26:00+00
34111	10	paid	2026-01-24 16:31:00+00
34123	38	paid	2026-01-24 16:43:00+00
34135	66	paid	2026-01-24 16:55:00+00
34147	94	paid	2026-01-24 17:07:00+00
34159	122	paid	2026-01-24 17:19:00+00
34171	150	paid	2026-01-24 17:31:00+00
34183	178	paid	2026-01-24 17:43:00+00
34195	206	paid	2026-01-24 17:55:00+00
34207	234	paid	2026-01-24 18:07:00+00
34219	262	paid	2026-01-24 18:19:00+00
34231	290	paid	2026-01-24 18:31:00+00
34296	25	new	2026-01-24 19:36:00+00
34308	53	new	2026-01-24 19:48:00+00
34320	81	new	2026-01-24 20:00:00+00
34332	109	new	2026-01-24 20:12:00+00
34344	137	new	2026-01-24 20:24:00+00
34356	165	new	2026-01-24 20:36:00+00
34368	193	new	2026-01-24 20:48:00+00
34380	221	new	2026-01-24 21:00:00+00
34392	249	new	2026-01-24 21:12:00+00
34404	277	new	2026-01-24 21:24:00+00
34469	12	sent	2026-01-24 22:29:00+00
34481	40	sent	2026-01-24 22:41:00+00
34493	68	sent	2026-01-24 22:53:00+00
34505	96	sent	2026-01-24 23:05:00+00
34517	124	sent	2026-01-24 23:17:00+00
34529	152	sent	2026-01-24 23:29:00+00
34541	180	sent	2026-01-24 23:41:00+00
34553	208	sent	2026-01-24 23:53:00+00
34565	236	sent	2026-01-25 00:05:00+00
34577	264	sent	2026-01-25 00:17:00+00
34589	292	sent	2026-01-25 00:29:00+00
34654	27	paid	2026-01-25 01:34:00+00
34666	55	paid	2026-01-25 01:46:00+00
34678	83	paid	2026-01-25 01:58:00+00
34690	111	paid	2026-01-25 02:10:00+00
34702	139	paid	2026-01-25 02:22:00+00
34714	167	paid	2026-01-25 02:34:00+00
34726	195	paid	2026-01-25 02:46:00+00
34738	223	paid	2026-01-25 02:58:00+00
34750	251	paid	2026-01-25 03:10:00+00
34762	279	paid	2026-01-25 03:22:00+00
34827	14	new	2026-01-25 04:27:00+00
34839	42	new	2026-01-25 04:39:00+00
34851	70	new	2026-01-25 04:51:00+00
34875	126	new	2026-01-25 05:15:00+00
34887	154	new	2026-01-25 05:27:00+00
34899	182	new	2026-01-25 05:39:00+00
34911	210	new	2026-01-25 05:51:00+00
34923	238	new	2026-01-25 06:03:00+00
34935	266	new	2026-01-25 06:15:00+00
34947	294	new	2026-01-25 06:27:00+00
35000	1	sent	2026-01-25 07:20:00+00
35012	29	sent	2026-01-25 07:32:00+00
35024	57	sent	2026-01-25 07:44:00+00
35036	85	sent	2026-01-25 07:56:00+00
35048	113	sent	2026-01-25 08:08:00+00
35060	141	sent	2026-01-25 08:20:00+00
35072	169	sent	2026-01-25 08:32:00+00
35084	197	sent	2026-01-25 08:44:00+00
35096	225	sent	2026-01-25 08:56:00+00
35108	253	sent	2026-01-25 09:08:00+00
35120	281	sent	2026-01-25 09:20:00+00
35185	16	paid	2026-01-25 10:25:00+00
35197	44	paid	2026-01-25 10:37:00+00
35209	72	paid	2026-01-25 10:49:00+00
35221	100	paid	2026-01-25 11:01:00+00
35233	128	paid	2026-01-25 11:13:00+00
35245	156	paid	2026-01-25 11:25:00+00
35257	184	paid	2026-01-25 11:37:00+00
35269	212	paid	2026-01-25 11:49:00+00
35281	240	paid	2026-01-25 12:01:00+00
35293	268	paid	2026-01-25 12:13:00+00
35305	296	paid	2026-01-25 12:25:00+00
35358	3	new	2026-01-25 13:18:00+00
35370	31	new	2026-01-25 13:30:00+00
35382	59	new	2026-01-25 13:42:00+00
35394	87	new	2026-01-25 13:54:00+00
35406	115	new	2026-01-25 14:06:00+00
35418	143	new	2026-01-25 14:18:00+00
35430	171	new	2026-01-25 14:30:00+00
35442	199	new	2026-01-25 14:42:00+00
35454	227	new	2026-01-25 14:54:00+00
35466	255	new	2026-01-25 15:06:00+00
35478	283	new	2026-01-25 15:18:00+00
35543	18	sent	2026-01-25 16:23:00+00
35555	46	sent	2026-01-25 16:35:00+00
35567	74	sent	2026-01-25 16:47:00+00
35579	102	sent	2026-01-25 16:59:00+00
35591	130	sent	2026-01-25 17:11:00+00
35603	158	sent	2026-01-25 17:23:00+00
35615	186	sent	2026-01-25 17:35:00+00
35627	214	sent	2026-01-25 17:47:00+00
35639	242	sent	2026-01-25 17:59:00+00
35651	270	sent	2026-01-25 18:11:00+00
35663	298	sent	2026-01-25 18:23:00+00
35716	5	paid	2026-01-25 19:16:00+00
35728	33	paid	2026-01-25 19:28:00+00
35740	61	paid	2026-01-25 19:40:00+00
35752	89	paid	2026-01-25 19:52:00+00
35764	117	paid	2026-01-25 20:04:00+00
35776	145	paid	2026-01-25 20:16:00+00
35788	173	paid	2026-01-25 20:28:00+00
35800	201	paid	2026-01-25 20:40:00+00
35812	229	paid	2026-01-25 20:52:00+00
35824	257	paid	2026-01-25 21:04:00+00
35836	285	paid	2026-01-25 21:16:00+00
35901	20	new	2026-01-25 22:21:00+00
35913	48	new	2026-01-25 22:33:00+00
35925	76	new	2026-01-25 22:45:00+00
35937	104	new	2026-01-25 22:57:00+00
35949	132	new	2026-01-25 23:09:00+00
35961	160	new	2026-01-25 23:21:00+00
35973	188	new	2026-01-25 23:33:00+00
35985	216	new	2026-01-25 23:45:00+00
35997	244	new	2026-01-25 23:57:00+00
36009	272	new	2026-01-26 00:09:00+00
36021	300	new	2026-01-26 00:21:00+00
36074	7	sent	2026-01-26 01:14:00+00
36086	35	sent	2026-01-26 01:26:00+00
36098	63	sent	2026-01-26 01:38:00+00
36110	91	sent	2026-01-26 01:50:00+00
36122	119	sent	2026-01-26 02:02:00+00
36134	147	sent	2026-01-26 02:14:00+00
36146	175	sent	2026-01-26 02:26:00+00
36158	203	sent	2026-01-26 02:38:00+00
36170	231	sent	2026-01-26 02:50:00+00
36182	259	sent	2026-01-26 03:02:00+00
36194	287	sent	2026-01-26 03:14:00+00
36259	22	paid	2026-01-26 04:19:00+00
36271	50	paid	2026-01-26 04:31:00+00
36283	78	paid	2026-01-26 04:43:00+00
36295	106	paid	2026-01-26 04:55:00+00
36307	134	paid	2026-01-26 05:07:00+00
36319	162	paid	2026-01-26 05:19:00+00
36331	190	paid	2026-01-26 05:31:00+00
36343	218	paid	2026-01-26 05:43:00+00
36355	246	paid	2026-01-26 05:55:00+00
36367	274	paid	2026-01-26 06:07:00+00
36432	9	new	2026-01-26 07:12:00+00
36444	37	new	2026-01-26 07:24:00+00
36456	65	new	2026-01-26 07:36:00+00
36468	93	new	2026-01-26 07:48:00+00
36480	121	new	2026-01-26 08:00:00+00
36492	149	new	2026-01-26 08:12:00+00
36504	177	new	2026-01-26 08:24:00+00
36516	205	new	2026-01-26 08:36:00+00
36528	233	new	2026-01-26 08:48:00+00
36540	261	new	2026-01-26 09:00:00+00
36552	289	new	2026-01-26 09:12:00+00
36617	24	sent	2026-01-26 10:17:00+00
36629	52	sent	2026-01-26 10:29:00+00
36641	80	sent	2026-01-26 10:41:00+00
36653	108	sent	2026-01-26 10:53:00+00
36665	136	sent	2026-01-26 11:05:00+00
36677	164	sent	2026-01-26 11:17:00+00
36689	192	sent	2026-01-26 11:29:00+00
36701	220	sent	2026-01-26 11:41:00+00
36713	248	sent	2026-01-26 11:53:00+00
36725	276	sent	2026-01-26 12:05:00+00
36790	11	paid	2026-01-26 13:10:00+00
36802	39	paid	2026-01-26 13:22:00+00
36814	67	paid	2026-01-26 13:34:00+00
36826	95	paid	2026-01-26 13:46:00+00
36838	123	paid	2026-01-26 13:58:00+00
36850	151	paid	2026-01-26 14:10:00+00
36862	179	paid	2026-01-26 14:22:00+00
36874	207	paid	2026-01-26 14:34:00+00
36886	235	paid	2026-01-26 14:46:00+00
36898	263	paid	2026-01-26 14:58:00+00
36910	291	paid	2026-01-26 15:10:00+00
36975	26	new	2026-01-26 16:15:00+00
36987	54	new	2026-01-26 16:27:00+00
36999	82	new	2026-01-26 16:39:00+00
37011	110	new	2026-01-26 16:51:00+00
37023	138	new	2026-01-26 17:03:00+00
37035	166	new	2026-01-26 17:15:00+00
37047	194	new	2026-01-26 17:27:00+00
37059	222	new	2026-01-26 17:39:00+00
37071	250	new	2026-01-26 17:51:00+00
37083	278	new	2026-01-26 18:03:00+00
37148	13	sent	2026-01-26 19:08:00+00
37160	41	sent	2026-01-26 19:20:00+00
37172	69	sent	2026-01-26 19:32:00+00
37184	97	sent	2026-01-26 19:44:00+00
37196	125	sent	2026-01-26 19:56:00+00
37208	153	sent	2026-01-26 20:08:00+00
37220	181	sent	2026-01-26 20:20:00+00
37232	209	sent	2026-01-26 20:32:00+00
37244	237	sent	2026-01-26 20:44:00+00
37256	265	sent	2026-01-26 20:56:00+00
37268	293	sent	2026-01-26 21:08:00+00
37333	28	paid	2026-01-26 22:13:00+00
37345	56	paid	2026-01-26 22:25:00+00
37357	84	paid	2026-01-26 22:37:00+00
37369	112	paid	2026-01-26 22:49:00+00
37381	140	paid	2026-01-26 23:01:00+00
37393	168	paid	2026-01-26 23:13:00+00
37405	196	paid	2026-01-26 23:25:00+00
37417	224	paid	2026-01-26 23:37:00+00
37429	252	paid	2026-01-26 23:49:00+00
37441	280	paid	2026-01-27 00:01:00+00
37506	15	new	2026-01-27 01:06:00+00
37518	43	new	2026-01-27 01:18:00+00
37530	71	new	2026-01-27 01:30:00+00
37542	99	new	2026-01-27 01:42:00+00
37554	127	new	2026-01-27 01:54:00+00
37566	155	new	2026-01-27 02:06:00+00
37578	183	new	2026-01-27 02:18:00+00
37590	211	new	2026-01-27 02:30:00+00
37602	239	new	2026-01-27 02:42:00+00
37614	267	new	2026-01-27 02:54:00+00
37626	295	new	2026-01-27 03:06:00+00
37679	2	sent	2026-01-27 03:59:00+00
37691	30	sent	2026-01-27 04:11:00+00
37703	58	sent	2026-01-27 04:23:00+00
37715	86	sent	2026-01-27 04:35:00+00
37727	114	sent	2026-01-27 04:47:00+00
37739	142	sent	2026-01-27 04:59:00+00
37751	170	sent	2026-01-27 05:11:00+00
37763	198	sent	2026-01-27 05:23:00+00
37775	226	sent	2026-01-27 05:35:00+00
37787	254	sent	2026-01-27 05:47:00+00
37799	282	sent	2026-01-27 05:59:00+00
37864	17	paid	2026-01-27 07:04:00+00
37876	45	paid	2026-01-27 07:16:00+00
37888	73	paid	2026-01-27 07:28:00+00
37900	101	paid	2026-01-27 07:40:00+00
37912	129	paid	2026-01-27 07:52:00+00
37924	157	paid	2026-01-27 08:04:00+00
37936	185	paid	2026-01-27 08:16:00+00
37948	213	paid	2026-01-27 08:28:00+00
37960	241	paid	2026-01-27 08:40:00+00
37972	269	paid	2026-01-27 08:52:00+00
37984	297	paid	2026-01-27 09:04:00+00
38037	4	new	2026-01-27 09:57:00+00
38049	32	new	2026-01-27 10:09:00+00
38061	60	new	2026-01-27 10:21:00+00
38073	88	new	2026-01-27 10:33:00+00
38085	116	new	2026-01-27 10:45:00+00
38097	144	new	2026-01-27 10:57:00+00
38109	172	new	2026-01-27 11:09:00+00
38121	200	new	2026-01-27 11:21:00+00
38133	228	new	2026-01-27 11:33:00+00
38145	256	new	2026-01-27 11:45:00+00
38157	284	new	2026-01-27 11:57:00+00
38222	19	sent	2026-01-27 13:02:00+00
38234	47	sent	2026-01-27 13:14:00+00
38246	75	sent	2026-01-27 13:26:00+00
38258	103	sent	2026-01-27 13:38:00+00
38270	131	sent	2026-01-27 13:50:00+00
38282	159	sent	2026-01-27 14:02:00+00
38294	187	sent	2026-01-27 14:14:00+00
38306	215	sent	2026-01-27 14:26:00+00
38318	243	sent	2026-01-27 14:38:00+00
38330	271	sent	2026-01-27 14:50:00+00
38342	299	sent	2026-01-27 15:02:00+00
38395	6	paid	2026-01-27 15:55:00+00
38407	34	paid	2026-01-27 16:07:00+00
38419	62	paid	2026-01-27 16:19:00+00
38431	90	paid	2026-01-27 16:31:00+00
38443	118	paid	2026-01-27 16:43:00+00
38455	146	paid	2026-01-27 16:55:00+00
38467	174	paid	2026-01-27 17:07:00+00
38479	202	paid	2026-01-27 17:19:00+00
38491	230	paid	2026-01-27 17:31:00+00
38503	258	paid	2026-01-27 17:43:00+00
38515	286	paid	2026-01-27 17:55:00+00
38580	21	new	2026-01-27 19:00:00+00
38592	49	new	2026-01-27 19:12:00+00
38604	77	new	2026-01-27 19:24:00+00
38616	105	new	2026-01-27 19:36:00+00
38628	133	new	2026-01-27 19:48:00+00
38640	161	new	2026-01-27 20:00:00+00
38652	189	new	2026-01-27 20:12:00+00
38664	217	new	2026-01-27 20:24:00+00
38676	245	new	2026-01-27 20:36:00+00
38688	273	new	2026-01-27 20:48:00+00
38753	8	sent	2026-01-27 21:53:00+00
38765	36	sent	2026-01-27 22:05:00+00
38777	64	sent	2026-01-27 22:17:00+00
38789	92	sent	2026-01-27 22:29:00+00
38801	120	sent	2026-01-27 22:41:00+00
38813	148	sent	2026-01-27 22:53:00+00
38825	176	sent	2026-01-27 23:05:00+00
38837	204	sent	2026-01-27 23:17:00+00
38849	232	sent	2026-01-27 23:29:00+00
38861	260	sent	2026-01-27 23:41:00+00
38873	288	sent	2026-01-27 23:53:00+00
38938	23	paid	2026-01-28 00:58:00+00
38950	51	paid	2026-01-28 01:10:00+00
38962	79	paid	2026-01-28 01:22:00+00
38974	107	paid	2026-01-28 01:34:00+00
38986	135	paid	2026-01-28 01:46:00+00
38998	163	paid	2026-01-28 01:58:00+00
39010	191	paid	2026-01-28 02:10:00+00
39022	219	paid	2026-01-28 02:22:00+00
39034	247	paid	2026-01-28 02:34:00+00
39046	275	paid	2026-01-28 02:46:00+00
39111	10	new	2026-01-28 03:51:00+00
39123	38	new	2026-01-28 04:03:00+00
39135	66	new	2026-01-28 04:15:00+00
39147	94	new	2026-01-28 04:27:00+00
39159	122	new	2026-01-28 04:39:00+00
39171	150	new	2026-01-28 04:51:00+00
39183	178	new	2026-01-28 05:03:00+00
39195	206	new	2026-01-28 05:15:00+00
39207	234	new	2026-01-28 05:27:00+00
39219	262	new	2026-01-28 05:39:00+00
39231	290	new	2026-01-28 05:51:00+00
39296	25	sent	2026-01-28 06:56:00+00
39308	53	sent	2026-01-28 07:08:00+00
39320	81	sent	2026-01-28 07:20:00+00
39332	109	sent	2026-01-28 07:32:00+00
39344	137	sent	2026-01-28 07:44:00+00
39356	165	sent	2026-01-28 07:56:00+00
39368	193	sent	2026-01-28 08:08:00+00
39380	221	sent	2026-01-28 08:20:00+00
39392	249	sent	2026-01-28 08:32:00+00
39404	277	sent	2026-01-28 08:44:00+00
39469	12	paid	2026-01-28 09:49:00+00
39481	40	paid	2026-01-28 10:01:00+00
39493	68	paid	2026-01-28 10:13:00+00
39505	96	paid	2026-01-28 10:25:00+00
39517	124	paid	2026-01-28 10:37:00+00
39529	152	paid	2026-01-28 10:49:00+00
39541	180	paid	2026-01-28 11:01:00+00
39553	208	paid	2026-01-28 11:13:00+00
39565	236	paid	2026-01-28 11:25:00+00
39577	264	paid	2026-01-28 11:37:00+00
39589	292	paid	2026-01-28 11:49:00+00
39654	27	new	2026-01-28 12:54:00+00
39666	55	new	2026-01-28 13:06:00+00
39678	83	new	2026-01-28 13:18:00+00
39690	111	new	2026-01-28 13:30:00+00
39702	139	new	2026-01-28 13:42:00+00
39714	167	new	2026-01-28 13:54:00+00
39726	195	new	2026-01-28 14:06:00+00
39738	223	new	2026-01-28 14:18:00+00
39750	251	new	2026-01-28 14:30:00+00
39762	279	new	2026-01-28 14:42:00+00
39827	14	sent	2026-01-28 15:47:00+00
39839	42	sent	2026-01-28 15:59:00+00
39851	70	sent	2026-01-28 16:11:00+00
39875	126	sent	2026-01-28 16:35:00+00
39887	154	sent	2026-01-28 16:47:00+00
39899	182	sent	2026-01-28 16:59:00+00
39911	210	sent	2026-01-28 17:11:00+00
39923	238	sent	2026-01-28 17:23:00+00
39935	266	sent	2026-01-28 17:35:00+00
39947	294	sent	2026-01-28 17:47:00+00
40000	1	paid	2026-01-28 18:40:00+00
40012	29	paid	2026-01-28 18:52:00+00
40024	57	paid	2026-01-28 19:04:00+00
40036	85	paid	2026-01-28 19:16:00+00
40048	113	paid	2026-01-28 19:28:00+00
40060	141	paid	2026-01-28 19:40:00+00
40072	169	paid	2026-01-28 19:52:00+00
40084	197	paid	2026-01-28 20:04:00+00
40096	225	paid	2026-01-28 20:16:00+00
40108	253	paid	2026-01-28 20:28:00+00
40120	281	paid	2026-01-28 20:40:00+00
40185	16	new	2026-01-28 21:45:00+00
40197	44	new	2026-01-28 21:57:00+00
40209	72	new	2026-01-28 22:09:00+00
40221	100	new	2026-01-28 22:21:00+00
40233	128	new	2026-01-28 22:33:00+00
40245	156	new	2026-01-28 22:45:00+00
40257	184	new	2026-01-28 22:57:00+00
40269	212	new	2026-01-28 23:09:00+00
40281	240	new	2026-01-28 23:21:00+00
40293	268	new	2026-01-28 23:33:00+00
40305	296	new	2026-01-28 23:45:00+00
40358	3	sent	2026-01-29 00:38:00+00
40370	31	sent	2026-01-29 00:50:00+00
40382	59	sent	2026-01-29 01:02:00+00
40394	87	sent	2026-01-29 01:14:00+00
40406	115	sent	2026-01-29 01:26:00+00
40418	143	sent	2026-01-29 01:38:00+00
40430	171	sent	2026-01-29 01:50:00+00
40442	199	sent	2026-01-29 02:02:00+00
40454	227	sent	2026-01-29 02:14:00+00
40466	255	sent	2026-01-29 02:26:00+00
40478	283	sent	2026-01-29 02:38:00+00
40543	18	paid	2026-01-29 03:43:00+00
40555	46	paid	2026-01-29 03:55:00+00
40567	74	paid	2026-01-29 04:07:00+00
40579	102	paid	2026-01-29 04:19:00+00
40591	130	paid	2026-01-29 04:31:00+00
40603	158	paid	2026-01-29 04:43:00+00
40615	186	paid	2026-01-29 04:55:00+00
40627	214	paid	2026-01-29 05:07:00+00
40639	242	paid	2026-01-29 05:19:00+00
40651	270	paid	2026-01-29 05:31:00+00
40663	298	paid	2026-01-29 05:43:00+00
40716	5	new	2026-01-29 06:36:00+00
40728	33	new	2026-01-29 06:48:00+00
40740	61	new	2026-01-29 07:00:00+00
40752	89	new	2026-01-29 07:12:00+00
40764	117	new	2026-01-29 07:24:00+00
40776	145	new	2026-01-29 07:36:00+00
40788	173	new	2026-01-29 07:48:00+00
40800	201	new	2026-01-29 08:00:00+00
40812	229	new	2026-01-29 08:12:00+00
40824	257	new	2026-01-29 08:24:00+00
40836	285	new	2026-01-29 08:36:00+00
40901	20	sent	2026-01-29 09:41:00+00
40913	48	sent	2026-01-29 09:53:00+00
40925	76	sent	2026-01-29 10:05:00+00
40937	104	sent	2026-01-29 10:17:00+00
40949	132	sent	2026-01-29 10:29:00+00
40961	160	sent	2026-01-29 10:41:00+00
40973	188	sent	2026-01-29 10:53:00+00
40985	216	sent	2026-01-29 11:05:00+00
40997	244	sent	2026-01-29 11:17:00+00
41009	272	sent	2026-01-29 11:29:00+00
41021	300	sent	2026-01-29 11:41:00+00
41074	7	paid	2026-01-29 12:34:00+00
41086	35	paid	2026-01-29 12:46:00+00
41098	63	paid	2026-01-29 12:58:00+00
41110	91	paid	2026-01-29 13:10:00+00
41122	119	paid	2026-01-29 13:22:00+00
41134	147	paid	2026-01-29 13:34:00+00
41146	175	paid	2026-01-29 13:46:00+00
41158	203	paid	2026-01-29 13:58:00+00
41170	231	paid	2026-01-29 14:10:00+00
41182	259	paid	2026-01-29 14:22:00+00
41194	287	paid	2026-01-29 14:34:00+00
41259	22	new	2026-01-29 15:39:00+00
41271	50	new	2026-01-29 15:51:00+00
41283	78	new	2026-01-29 16:03:00+00
41295	106	new	2026-01-29 16:15:00+00
41307	134	new	2026-01-29 16:27:00+00
41319	162	new	2026-01-29 16:39:00+00
41331	190	new	2026-01-29 16:51:00+00
41343	218	new	2026-01-29 17:03:00+00
41355	246	new	2026-01-29 17:15:00+00
41367	274	new	2026-01-29 17:27:00+00
41432	9	sent	2026-01-29 18:32:00+00
41444	37	sent	2026-01-29 18:44:00+00
41456	65	sent	2026-01-29 18:56:00+00
41468	93	sent	2026-01-29 19:08:00+00
41480	121	sent	2026-01-29 19:20:00+00
41492	149	sent	2026-01-29 19:32:00+00
41504	177	sent	2026-01-29 19:44:00+00
41516	205	sent	2026-01-29 19:56:00+00
41528	233	sent	2026-01-29 20:08:00+00
41540	261	sent	2026-01-29 20:20:00+00
41552	289	sent	2026-01-29 20:32:00+00
41617	24	paid	2026-01-29 21:37:00+00
41629	52	paid	2026-01-29 21:49:00+00
41641	80	paid	2026-01-29 22:01:00+00
41653	108	paid	2026-01-29 22:13:00+00
41665	136	paid	2026-01-29 22:25:00+00
41677	164	paid	2026-01-29 22:37:00+00
41689	192	paid	2026-01-29 22:49:00+00
41701	220	paid	2026-01-29 23:01:00+00
41713	248	paid	2026-01-29 23:13:00+00
41725	276	paid	2026-01-29 23:25:00+00
41790	11	new	2026-01-30 00:30:00+00
41802	39	new	2026-01-30 00:42:00+00
41814	67	new	2026-01-30 00:54:00+00
41826	95	new	2026-01-30 01:06:00+00
41838	123	new	2026-01-30 01:18:00+00
41850	151	new	2026-01-30 01:30:00+00
41862	179	new	2026-01-30 01:42:00+00
41874	207	new	2026-01-30 01:54:00+00
41886	235	new	2026-01-30 02:06:00+00
41898	263	new	2026-01-30 02:18:00+00
41910	291	new	2026-01-30 02:30:00+00
41975	26	sent	2026-01-30 03:35:00+00
41987	54	sent	2026-01-30 03:47:00+00
41999	82	sent	2026-01-30 03:59:00+00
42011	110	sent	2026-01-30 04:11:00+00
42023	138	sent	2026-01-30 04:23:00+00
42035	166	sent	2026-01-30 04:35:00+00
42047	194	sent	2026-01-30 04:47:00+00
42059	222	sent	2026-01-30 04:59:00+00
42071	250	sent	2026-01-30 05:11:00+00
42083	278	sent	2026-01-30 05:23:00+00
42148	13	paid	2026-01-30 06:28:00+00
42160	41	paid	2026-01-30 06:40:00+00
42172	69	paid	2026-01-30 06:52:00+00
42184	97	paid	2026-01-30 07:04:00+00
42196	125	paid	2026-01-30 07:16:00+00
42208	153	paid	2026-01-30 07:28:00+00
42220	181	paid	2026-01-30 07:40:00+00
42232	209	paid	2026-01-30 07:52:00+00
42244	237	paid	2026-01-30 08:04:00+00
42256	265	paid	2026-01-30 08:16:00+00
42268	293	paid	2026-01-30 08:28:00+00
42333	28	new	2026-01-30 09:33:00+00
42345	56	new	2026-01-30 09:45:00+00
42357	84	new	2026-01-30 09:57:00+00
42369	112	new	2026-01-30 10:09:00+00
42381	140	new	2026-01-30 10:21:00+00
42393	168	new	2026-01-30 10:33:00+00
42405	196	new	2026-01-30 10:45:00+00
42417	224	new	2026-01-30 10:57:00+00
42429	252	new	2026-01-30 11:09:00+00
42441	280	new	2026-01-30 11:21:00+00
42506	15	sent	2026-01-30 12:26:00+00
42518	43	sent	2026-01-30 12:38:00+00
42530	71	sent	2026-01-30 12:50:00+00
42542	99	sent	2026-01-30 13:02:00+00
42554	127	sent	2026-01-30 13:14:00+00
42566	155	sent	2026-01-30 13:26:00+00
42578	183	sent	2026-01-30 13:38:00+00
42590	211	sent	2026-01-30 13:50:00+00
42602	239	sent	2026-01-30 14:02:00+00
42614	267	sent	2026-01-30 14:14:00+00
42626	295	sent	2026-01-30 14:26:00+00
42679	2	paid	2026-01-30 15:19:00+00
42691	30	paid	2026-01-30 15:31:00+00
42703	58	paid	2026-01-30 15:43:00+00
42715	86	paid	2026-01-30 15:55:00+00
42727	114	paid	2026-01-30 16:07:00+00
42739	142	paid	2026-01-30 16:19:00+00
42751	170	paid	2026-01-30 16:31:00+00
42763	198	paid	2026-01-30 16:43:00+00
42775	226	paid	2026-01-30 16:55:00+00
42787	254	paid	2026-01-30 17:07:00+00
42799	282	paid	2026-01-30 17:19:00+00
42864	17	new	2026-01-30 18:24:00+00
42876	45	new	2026-01-30 18:36:00+00
42888	73	new	2026-01-30 18:48:00+00
42900	101	new	2026-01-30 19:00:00+00
42912	129	new	2026-01-30 19:12:00+00
42924	157	new	2026-01-30 19:24:00+00
42936	185	new	2026-01-30 19:36:00+00
42948	213	new	2026-01-30 19:48:00+00
42960	241	new	2026-01-30 20:00:00+00
42972	269	new	2026-01-30 20:12:00+00
42984	297	new	2026-01-30 20:24:00+00
43037	4	sent	2026-01-30 21:17:00+00
43049	32	sent	2026-01-30 21:29:00+00
43061	60	sent	2026-01-30 21:41:00+00
43073	88	sent	2026-01-30 21:53:00+00
43085	116	sent	2026-01-30 22:05:00+00
43097	144	sent	2026-01-30 22:17:00+00
43109	172	sent	2026-01-30 22:29:00+00
43121	200	sent	2026-01-30 22:41:00+00
43133	228	sent	2026-01-30 22:53:00+00
43145	256	sent	2026-01-30 23:05:00+00
43157	284	sent	2026-01-30 23:17:00+00
43222	19	paid	2026-01-31 00:22:00+00
43234	47	paid	2026-01-31 00:34:00+00
43246	75	paid	2026-01-31 00:46:00+00
43258	103	paid	2026-01-31 00:58:00+00
43270	131	paid	2026-01-31 01:10:00+00
43282	159	paid	2026-01-31 01:22:00+00
43294	187	paid	2026-01-31 01:34:00+00
43306	215	paid	2026-01-31 01:46:00+00
43318	243	paid	2026-01-31 01:58:00+00
43330	271	paid	2026-01-31 02:10:00+00
43342	299	paid	2026-01-31 02:22:00+00
43395	6	new	2026-01-31 03:15:00+00
43407	34	new	2026-01-31 03:27:00+00
43419	62	new	2026-01-31 03:39:00+00
43431	90	new	2026-01-31 03:51:00+00
43443	118	new	2026-01-31 04:03:00+00
43455	146	new	2026-01-31 04:15:00+00
43467	174	new	2026-01-31 04:27:00+00
43479	202	new	2026-01-31 04:39:00+00
43491	230	new	2026-01-31 04:51:00+00
43503	258	new	2026-01-31 05:03:00+00
43515	286	new	2026-01-31 05:15:00+00
43580	21	sent	2026-01-31 06:20:00+00
43592	49	sent	2026-01-31 06:32:00+00
43604	77	sent	2026-01-31 06:44:00+00
43616	105	sent	2026-01-31 06:56:00+00
43628	133	sent	2026-01-31 07:08:00+00
43640	161	sent	2026-01-31 07:20:00+00
43652	189	sent	2026-01-31 07:32:00+00
43664	217	sent	2026-01-31 07:44:00+00
43676	245	sent	2026-01-31 07:56:00+00
43688	273	sent	2026-01-31 08:08:00+00
43753	8	paid	2026-01-31 09:13:00+00
43765	36	paid	2026-01-31 09:25:00+00
43777	64	paid	2026-01-31 09:37:00+00
43789	92	paid	2026-01-31 09:49:00+00
43801	120	paid	2026-01-31 10:01:00+00
43813	148	paid	2026-01-31 10:13:00+00
43825	176	paid	2026-01-31 10:25:00+00
43837	204	paid	2026-01-31 10:37:00+00
43849	232	paid	2026-01-31 10:49:00+00
43861	260	paid	2026-01-31 11:01:00+00
43873	288	paid	2026-01-31 11:13:00+00
43938	23	new	2026-01-31 12:18:00+00
43950	51	new	2026-01-31 12:30:00+00
43962	79	new	2026-01-31 12:42:00+00
43974	107	new	2026-01-31 12:54:00+00
43986	135	new	2026-01-31 13:06:00+00
43998	163	new	2026-01-31 13:18:00+00
44010	191	new	2026-01-31 13:30:00+00
44022	219	new	2026-01-31 13:42:00+00
44034	247	new	2026-01-31 13:54:00+00
44046	275	new	2026-01-31 14:06:00+00
44111	10	sent	2026-01-31 15:11:00+00
44123	38	sent	2026-01-31 15:23:00+00
44135	66	sent	2026-01-31 15:35:00+00
44147	94	sent	2026-01-31 15:47:00+00
44159	122	sent	2026-01-31 15:59:00+00
44171	150	sent	2026-01-31 16:11:00+00
44183	178	sent	2026-01-31 16:23:00+00
44195	206	sent	2026-01-31 16:35:00+00
44207	234	sent	2026-01-31 16:47:00+00
44219	262	sent	2026-01-31 16:59:00+00
44231	290	sent	2026-01-31 17:11:00+00
44296	25	paid	2026-01-31 18:16:00+00
44308	53	paid	2026-01-31 18:28:00+00
44320	81	paid	2026-01-31 18:40:00+00
44332	109	paid	2026-01-31 18:52:00+00
44344	137	paid	2026-01-31 19:04:00+00
44356	165	paid	2026-01-31 19:16:00+00
44368	193	paid	2026-01-31 19:28:00+00
44380	221	paid	2026-01-31 19:40:00+00
44392	249	paid	2026-01-31 19:52:00+00
44404	277	paid	2026-01-31 20:04:00+00
44469	12	new	2026-01-31 21:09:00+00
44481	40	new	2026-01-31 21:21:00+00
44493	68	new	2026-01-31 21:33:00+00
44505	96	new	2026-01-31 21:45:00+00
44517	124	new	2026-01-31 21:57:00+00
44529	152	new	2026-01-31 22:09:00+00
44541	180	new	2026-01-31 22:21:00+00
44553	208	new	2026-01-31 22:33:00+00
44565	236	new	2026-01-31 22:45:00+00
44577	264	new	2026-01-31 22:57:00+00
44589	292	new	2026-01-31 23:09:00+00
44654	27	sent	2026-02-01 00:14:00+00
44666	55	sent	2026-02-01 00:26:00+00
44678	83	sent	2026-02-01 00:38:00+00
44690	111	sent	2026-02-01 00:50:00+00
44702	139	sent	2026-02-01 01:02:00+00
44714	167	sent	2026-02-01 01:14:00+00
44726	195	sent	2026-02-01 01:26:00+00
44738	223	sent	2026-02-01 01:38:00+00
44750	251	sent	2026-02-01 01:50:00+00
44762	279	sent	2026-02-01 02:02:00+00
44827	14	paid	2026-02-01 03:07:00+00
44839	42	paid	2026-02-01 03:19:00+00
44851	70	paid	2026-02-01 03:31:00+00
44875	126	paid	2026-02-01 03:55:00+00
44887	154	paid	2026-02-01 04:07:00+00
44899	182	paid	2026-02-01 04:19:00+00
44911	210	paid	2026-02-01 04:31:00+00
44923	238	paid	2026-02-01 04:43:00+00
44935	266	paid	2026-02-01 04:55:00+00
44947	294	paid	2026-02-01 05:07:00+00
45000	1	new	2026-02-01 06:00:00+00
45012	29	new	2026-02-01 06:12:00+00
45024	57	new	2026-02-01 06:24:00+00
45036	85	new	2026-02-01 06:36:00+00
45048	113	new	2026-02-01 06:48:00+00
45060	141	new	2026-02-01 07:00:00+00
45072	169	new	2026-02-01 07:12:00+00
45084	197	new	2026-02-01 07:24:00+00
45096	225	new	2026-02-01 07:36:00+00
45108	253	new	2026-02-01 07:48:00+00
45120	281	new	2026-02-01 08:00:00+00
45185	16	sent	2026-02-01 09:05:00+00
45197	44	sent	2026-02-01 09:17:00+00
45209	72	sent	2026-02-01 09:29:00+00
45221	100	sent	2026-02-01 09:41:00+00
45233	128	sent	2026-02-01 09:53:00+00
45245	156	sent	2026-02-01 10:05:00+00
45257	184	sent	2026-02-01 10:17:00+00
45269	212	sent	2026-02-01 10:29:00+00
45281	240	sent	2026-02-01 10:41:00+00
45293	268	sent	2026-02-01 10:53:00+00
45305	296	sent	2026-02-01 11:05:00+00
45358	3	paid	2026-02-01 11:58:00+00
45370	31	paid	2026-02-01 12:10:00+00
45382	59	paid	2026-02-01 12:22:00+00
45394	87	paid	2026-02-01 12:34:00+00
45406	115	paid	2026-02-01 12:46:00+00
45418	143	paid	2026-02-01 12:58:00+00
45430	171	paid	2026-02-01 13:10:00+00
45442	199	paid	2026-02-01 13:22:00+00
45454	227	paid	2026-02-01 13:34:00+00
45466	255	paid	2026-02-01 13:46:00+00
45478	283	paid	2026-02-01 13:58:00+00
45543	18	new	2026-02-01 15:03:00+00
45555	46	new	2026-02-01 15:15:00+00
45567	74	new	2026-02-01 15:27:00+00
45579	102	new	2026-02-01 15:39:00+00
45591	130	new	2026-02-01 15:51:00+00
45603	158	new	2026-02-01 16:03:00+00
45615	186	new	2026-02-01 16:15:00+00
45627	214	new	2026-02-01 16:27:00+00
45639	242	new	2026-02-01 16:39:00+00
45651	270	new	2026-02-01 16:51:00+00
45663	298	new	2026-02-01 17:03:00+00
45716	5	sent	2026-02-01 17:56:00+00
45728	33	sent	2026-02-01 18:08:00+00
45740	61	sent	2026-02-01 18:20:00+00
45752	89	sent	2026-02-01 18:32:00+00
45764	117	sent	2026-02-01 18:44:00+00
45776	145	sent	2026-02-01 18:56:00+00
45788	173	sent	2026-02-01 19:08:00+00
45800	201	sent	2026-02-01 19:20:00+00
45812	229	sent	2026-02-01 19:32:00+00
45824	257	sent	2026-02-01 19:44:00+00
45836	285	sent	2026-02-01 19:56:00+00
45901	20	paid	2026-02-01 21:01:00+00
45913	48	paid	2026-02-01 21:13:00+00
45925	76	paid	2026-02-01 21:25:00+00
45937	104	paid	2026-02-01 21:37:00+00
45949	132	paid	2026-02-01 21:49:00+00
45961	160	paid	2026-02-01 22:01:00+00
45973	188	paid	2026-02-01 22:13:00+00
45985	216	paid	2026-02-01 22:25:00+00
45997	244	paid	2026-02-01 22:37:00+00
46009	272	paid	2026-02-01 22:49:00+00
46021	300	paid	2026-02-01 23:01:00+00
46074	7	new	2026-02-01 23:54:00+00
46086	35	new	2026-02-02 00:06:00+00
46098	63	new	2026-02-02 00:18:00+00
46110	91	new	2026-02-02 00:30:00+00
46122	119	new	2026-02-02 00:42:00+00
46134	147	new	2026-02-02 00:54:00+00
46146	175	new	2026-02-02 01:06:00+00
46158	203	new	2026-02-02 01:18:00+00
46170	231	new	2026-02-02 01:30:00+00
46182	259	new	2026-02-02 01:42:00+00
46194	287	new	2026-02-02 01:54:00+00
46259	22	sent	2026-02-02 02:59:00+00
46271	50	sent	2026-02-02 03:11:00+00
46283	78	sent	2026-02-02 03:23:00+00
46295	106	sent	2026-02-02 03:35:00+00
46307	134	sent	2026-02-02 03:47:00+00
46319	162	sent	2026-02-02 03:59:00+00
46331	190	sent	2026-02-02 04:11:00+00
46343	218	sent	2026-02-02 04:23:00+00
46355	246	sent	2026-02-02 04:35:00+00
46367	274	sent	2026-02-02 04:47:00+00
46432	9	paid	2026-02-02 05:52:00+00
46444	37	paid	2026-02-02 06:04:00+00
46456	65	paid	2026-02-02 06:16:00+00
46468	93	paid	2026-02-02 06:28:00+00
46480	121	paid	2026-02-02 06:40:00+00
46492	149	paid	2026-02-02 06:52:00+00
46504	177	paid	2026-02-02 07:04:00+00
46516	205	paid	2026-02-02 07:16:00+00
46528	233	paid	2026-02-02 07:28:00+00
46540	261	paid	2026-02-02 07:40:00+00
46552	289	paid	2026-02-02 07:52:00+00
46617	24	new	2026-02-02 08:57:00+00
46629	52	new	2026-02-02 09:09:00+00
46641	80	new	2026-02-02 09:21:00+00
46653	108	new	2026-02-02 09:33:00+00
46665	136	new	2026-02-02 09:45:00+00
46677	164	new	2026-02-02 09:57:00+00
46689	192	new	2026-02-02 10:09:00+00
46701	220	new	2026-02-02 10:21:00+00
46713	248	new	2026-02-02 10:33:00+00
46725	276	new	2026-02-02 10:45:00+00
46790	11	sent	2026-02-02 11:50:00+00
46802	39	sent	2026-02-02 12:02:00+00
46814	67	sent	2026-02-02 12:14:00+00
46826	95	sent	2026-02-02 12:26:00+00
46838	123	sent	2026-02-02 12:38:00+00
46850	151	sent	2026-02-02 12:50:00+00
46862	179	sent	2026-02-02 13:02:00+00
46874	207	sent	2026-02-02 13:14:00+00
46886	235	sent	2026-02-02 13:26:00+00
46898	263	sent	2026-02-02 13:38:00+00
46910	291	sent	2026-02-02 13:50:00+00
46975	26	paid	2026-02-02 14:55:00+00
46987	54	paid	2026-02-02 15:07:00+00
46999	82	paid	2026-02-02 15:19:00+00
47011	110	paid	2026-02-02 15:31:00+00
47023	138	paid	2026-02-02 15:43:00+00
47035	166	paid	2026-02-02 15:55:00+00
47047	194	paid	2026-02-02 16:07:00+00
47059	222	paid	2026-02-02 16:19:00+00
47071	250	paid	2026-02-02 16:31:00+00
47083	278	paid	2026-02-02 16:43:00+00
47148	13	new	2026-02-02 17:48:00+00
47160	41	new	2026-02-02 18:00:00+00
47172	69	new	2026-02-02 18:12:00+00
47184	97	new	2026-02-02 18:24:00+00
47196	125	new	2026-02-02 18:36:00+00
47208	153	new	2026-02-02 18:48:00+00
47220	181	new	2026-02-02 19:00:00+00
47232	209	new	2026-02-02 19:12:00+00
47244	237	new	2026-02-02 19:24:00+00
47256	265	new	2026-02-02 19:36:00+00
47268	293	new	2026-02-02 19:48:00+00
47333	28	sent	2026-02-02 20:53:00+00
47345	56	sent	2026-02-02 21:05:00+00
47357	84	sent	2026-02-02 21:17:00+00
47369	112	sent	2026-02-02 21:29:00+00
47381	140	sent	2026-02-02 21:41:00+00
47393	168	sent	2026-02-02 21:53:00+00
47405	196	sent	2026-02-02 22:05:00+00
47417	224	sent	2026-02-02 22:17:00+00
47429	252	sent	2026-02-02 22:29:00+00
47441	280	sent	2026-02-02 22:41:00+00
47506	15	paid	2026-02-02 23:46:00+00
47518	43	paid	2026-02-02 23:58:00+00
47530	71	paid	2026-02-03 00:10:00+00
47542	99	paid	2026-02-03 00:22:00+00
47554	127	paid	2026-02-03 00:34:00+00
47566	155	paid	2026-02-03 00:46:00+00
47578	183	paid	2026-02-03 00:58:00+00
47590	211	paid	2026-02-03 01:10:00+00
47602	239	paid	2026-02-03 01:22:00+00
47614	267	paid	2026-02-03 01:34:00+00
47626	295	paid	2026-02-03 01:46:00+00
47679	2	new	2026-02-03 02:39:00+00
47691	30	new	2026-02-03 02:51:00+00
47703	58	new	2026-02-03 03:03:00+00
47715	86	new	2026-02-03 03:15:00+00
47727	114	new	2026-02-03 03:27:00+00
47739	142	new	2026-02-03 03:39:00+00
47751	170	new	2026-02-03 03:51:00+00
47763	198	new	2026-02-03 04:03:00+00
47775	226	new	2026-02-03 04:15:00+00
47787	254	new	2026-02-03 04:27:00+00
47799	282	new	2026-02-03 04:39:00+00
47864	17	sent	2026-02-03 05:44:00+00
47876	45	sent	2026-02-03 05:56:00+00
47888	73	sent	2026-02-03 06:08:00+00
47900	101	sent	2026-02-03 06:20:00+00
47912	129	sent	2026-02-03 06:32:00+00
47924	157	sent	2026-02-03 06:44:00+00
47936	185	sent	2026-02-03 06:56:00+00
47948	213	sent	2026-02-03 07:08:00+00
47960	241	sent	2026-02-03 07:20:00+00
47972	269	sent	2026-02-03 07:32:00+00
47984	297	sent	2026-02-03 07:44:00+00
48037	4	paid	2026-02-03 08:37:00+00
48049	32	paid	2026-02-03 08:49:00+00
48061	60	paid	2026-02-03 09:01:00+00
48073	88	paid	2026-02-03 09:13:00+00
48085	116	paid	2026-02-03 09:25:00+00
48097	144	paid	2026-02-03 09:37:00+00
48109	172	paid	2026-02-03 09:49:00+00
48121	200	paid	2026-02-03 10:01:00+00
48133	228	paid	2026-02-03 10:13:00+00
48145	256	paid	2026-02-03 10:25:00+00
48157	284	paid	2026-02-03 10:37:00+00
48222	19	new	2026-02-03 11:42:00+00
48234	47	new	2026-02-03 11:54:00+00
48246	75	new	2026-02-03 12:06:00+00
48258	103	new	2026-02-03 12:18:00+00
48270	131	new	2026-02-03 12:30:00+00
48282	159	new	2026-02-03 12:42:00+00
48294	187	new	2026-02-03 12:54:00+00
48306	215	new	2026-02-03 13:06:00+00
48318	243	new	2026-02-03 13:18:00+00
48330	271	new	2026-02-03 13:30:00+00
48342	299	new	2026-02-03 13:42:00+00
48395	6	sent	2026-02-03 14:35:00+00
48407	34	sent	2026-02-03 14:47:00+00
48419	62	sent	2026-02-03 14:59:00+00
48431	90	sent	2026-02-03 15:11:00+00
48443	118	sent	2026-02-03 15:23:00+00
48455	146	sent	2026-02-03 15:35:00+00
48467	174	sent	2026-02-03 15:47:00+00
48479	202	sent	2026-02-03 15:59:00+00
48491	230	sent	2026-02-03 16:11:00+00
48503	258	sent	2026-02-03 16:23:00+00
48515	286	sent	2026-02-03 16:35:00+00
48580	21	paid	2026-02-03 17:40:00+00
48592	49	paid	2026-02-03 17:52:00+00
48604	77	paid	2026-02-03 18:04:00+00
48616	105	paid	2026-02-03 18:16:00+00
48628	133	paid	2026-02-03 18:28:00+00
48640	161	paid	2026-02-03 18:40:00+00
48652	189	paid	2026-02-03 18:52:00+00
48664	217	paid	2026-02-03 19:04:00+00
48676	245	paid	2026-02-03 19:16:00+00
48688	273	paid	2026-02-03 19:28:00+00
48753	8	new	2026-02-03 20:33:00+00
48765	36	new	2026-02-03 20:45:00+00
48777	64	new	2026-02-03 20:57:00+00
48789	92	new	2026-02-03 21:09:00+00
48801	120	new	2026-02-03 21:21:00+00
48813	148	new	2026-02-03 21:33:00+00
48825	176	new	2026-02-03 21:45:00+00
48837	204	new	2026-02-03 21:57:00+00
48849	232	new	2026-02-03 22:09:00+00
48861	260	new	2026-02-03 22:21:00+00
48873	288	new	2026-02-03 22:33:00+00
48938	23	sent	2026-02-03 23:38:00+00
48950	51	sent	2026-02-03 23:50:00+00
48962	79	sent	2026-02-04 00:02:00+00
48974	107	sent	2026-02-04 00:14:00+00
48986	135	sent	2026-02-04 00:26:00+00
48998	163	sent	2026-02-04 00:38:00+00
49010	191	sent	2026-02-04 00:50:00+00
49022	219	sent	2026-02-04 01:02:00+00
49034	247	sent	2026-02-04 01:14:00+00
49046	275	sent	2026-02-04 01:26:00+00
49111	10	paid	2026-02-04 02:31:00+00
49123	38	paid	2026-02-04 02:43:00+00
49135	66	paid	2026-02-04 02:55:00+00
49147	94	paid	2026-02-04 03:07:00+00
49159	122	paid	2026-02-04 03:19:00+00
49171	150	paid	2026-02-04 03:31:00+00
49183	178	paid	2026-02-04 03:43:00+00
49195	206	paid	2026-02-04 03:55:00+00
49207	234	paid	2026-02-04 04:07:00+00
49219	262	paid	2026-02-04 04:19:00+00
49231	290	paid	2026-02-04 04:31:00+00
49296	25	new	2026-02-04 05:36:00+00
49308	53	new	2026-02-04 05:48:00+00
49320	81	new	2026-02-04 06:00:00+00
49332	109	new	2026-02-04 06:12:00+00
49344	137	new	2026-02-04 06:24:00+00
49356	165	new	2026-02-04 06:36:00+00
49368	193	new	2026-02-04 06:48:00+00
49380	221	new	2026-02-04 07:00:00+00
49392	249	new	2026-02-04 07:12:00+00
49404	277	new	2026-02-04 07:24:00+00
49469	12	sent	2026-02-04 08:29:00+00
49481	40	sent	2026-02-04 08:41:00+00
49493	68	sent	2026-02-04 08:53:00+00
49505	96	sent	2026-02-04 09:05:00+00
49517	124	sent	2026-02-04 09:17:00+00
49529	152	sent	2026-02-04 09:29:00+00
49541	180	sent	2026-02-04 09:41:00+00
49553	208	sent	2026-02-04 09:53:00+00
49565	236	sent	2026-02-04 10:05:00+00
49577	264	sent	2026-02-04 10:17:00+00
49589	292	sent	2026-02-04 10:29:00+00
49654	27	paid	2026-02-04 11:34:00+00
49666	55	paid	2026-02-04 11:46:00+00
49678	83	paid	2026-02-04 11:58:00+00
49690	111	paid	2026-02-04 12:10:00+00
49702	139	paid	2026-02-04 12:22:00+00
49714	167	paid	2026-02-04 12:34:00+00
49726	195	paid	2026-02-04 12:46:00+00
49738	223	paid	2026-02-04 12:58:00+00
49750	251	paid	2026-02-04 13:10:00+00
49762	279	paid	2026-02-04 13:22:00+00
49827	14	new	2026-02-04 14:27:00+00
49839	42	new	2026-02-04 14:39:00+00
49851	70	new	2026-02-04 14:51:00+00
49875	126	new	2026-02-04 15:15:00+00
49887	154	new	2026-02-04 15:27:00+00
49899	182	new	2026-02-04 15:39:00+00
49911	210	new	2026-02-04 15:51:00+00
49923	238	new	2026-02-04 16:03:00+00
49935	266	new	2026-02-04 16:15:00+00
49947	294	new	2026-02-04 16:27:00+00
50000	1	sent	2026-02-04 17:20:00+00
50012	29	sent	2026-02-04 17:32:00+00
50024	57	sent	2026-02-04 17:44:00+00
50036	85	sent	2026-02-04 17:56:00+00
50048	113	sent	2026-02-04 18:08:00+00
50060	141	sent	2026-02-04 18:20:00+00
50072	169	sent	2026-02-04 18:32:00+00
50084	197	sent	2026-02-04 18:44:00+00
50096	225	sent	2026-02-04 18:56:00+00
50108	253	sent	2026-02-04 19:08:00+00
50120	281	sent	2026-02-04 19:20:00+00
50185	16	paid	2026-02-04 20:25:00+00
50197	44	paid	2026-02-04 20:37:00+00
50209	72	paid	2026-02-04 20:49:00+00
50221	100	paid	2026-02-04 21:01:00+00
50233	128	paid	2026-02-04 21:13:00+00
50245	156	paid	2026-02-04 21:25:00+00
50257	184	paid	2026-02-04 21:37:00+00
50269	212	paid	2026-02-04 21:49:00+00
50281	240	paid	2026-02-04 22:01:00+00
50293	268	paid	2026-02-04 22:13:00+00
50305	296	paid	2026-02-04 22:25:00+00
50358	3	new	2026-02-04 23:18:00+00
50370	31	new	2026-02-04 23:30:00+00
50382	59	new	2026-02-04 23:42:00+00
50394	87	new	2026-02-04 23:54:00+00
50406	115	new	2026-02-05 00:06:00+00
50418	143	new	2026-02-05 00:18:00+00
50430	171	new	2026-02-05 00:30:00+00
50442	199	new	2026-02-05 00:42:00+00
50454	227	new	2026-02-05 00:54:00+00
50466	255	new	2026-02-05 01:06:00+00
50478	283	new	2026-02-05 01:18:00+00
50543	18	sent	2026-02-05 02:23:00+00
50555	46	sent	2026-02-05 02:35:00+00
50567	74	sent	2026-02-05 02:47:00+00
50579	102	sent	2026-02-05 02:59:00+00
50591	130	sent	2026-02-05 03:11:00+00
50603	158	sent	2026-02-05 03:23:00+00
50615	186	sent	2026-02-05 03:35:00+00
50627	214	sent	2026-02-05 03:47:00+00
50639	242	sent	2026-02-05 03:59:00+00
50651	270	sent	2026-02-05 04:11:00+00
50663	298	sent	2026-02-05 04:23:00+00
50716	5	paid	2026-02-05 05:16:00+00
50728	33	paid	2026-02-05 05:28:00+00
50740	61	paid	2026-02-05 05:40:00+00
50752	89	paid	2026-02-05 05:52:00+00
50764	117	paid	2026-02-05 06:04:00+00
50776	145	paid	2026-02-05 06:16:00+00
50788	173	paid	2026-02-05 06:28:00+00
50800	201	paid	2026-02-05 06:40:00+00
50812	229	paid	2026-02-05 06:52:00+00
50824	257	paid	2026-02-05 07:04:00+00
50836	285	paid	2026-02-05 07:16:00+00
50901	20	new	2026-02-05 08:21:00+00
50913	48	new	2026-02-05 08:33:00+00
50925	76	new	2026-02-05 08:45:00+00
50937	104	new	2026-02-05 08:57:00+00
50949	132	new	2026-02-05 09:09:00+00
50961	160	new	2026-02-05 09:21:00+00
50973	188	new	2026-02-05 09:33:00+00
50985	216	new	2026-02-05 09:45:00+00
50997	244	new	2026-02-05 09:57:00+00
51009	272	new	2026-02-05 10:09:00+00
51021	300	new	2026-02-05 10:21:00+00
51074	7	sent	2026-02-05 11:14:00+00
51086	35	sent	2026-02-05 11:26:00+00
51098	63	sent	2026-02-05 11:38:00+00
51110	91	sent	2026-02-05 11:50:00+00
51122	119	sent	2026-02-05 12:02:00+00
51134	147	sent	2026-02-05 12:14:00+00
51146	175	sent	2026-02-05 12:26:00+00
51158	203	sent	2026-02-05 12:38:00+00
51170	231	sent	2026-02-05 12:50:00+00
51182	259	sent	2026-02-05 13:02:00+00
51194	287	sent	2026-02-05 13:14:00+00
51259	22	paid	2026-02-05 14:19:00+00
51271	50	paid	2026-02-05 14:31:00+00
51283	78	paid	2026-02-05 14:43:00+00
51295	106	paid	2026-02-05 14:55:00+00
51307	134	paid	2026-02-05 15:07:00+00
51319	162	paid	2026-02-05 15:19:00+00
51331	190	paid	2026-02-05 15:31:00+00
51343	218	paid	2026-02-05 15:43:00+00
51355	246	paid	2026-02-05 15:55:00+00
51367	274	paid	2026-02-05 16:07:00+00
51432	9	new	2026-02-05 17:12:00+00
51444	37	new	2026-02-05 17:24:00+00
51456	65	new	2026-02-05 17:36:00+00
51468	93	new	2026-02-05 17:48:00+00
51480	121	new	2026-02-05 18:00:00+00
51492	149	new	2026-02-05 18:12:00+00
51504	177	new	2026-02-05 18:24:00+00
51516	205	new	2026-02-05 18:36:00+00
51528	233	new	2026-02-05 18:48:00+00
51540	261	new	2026-02-05 19:00:00+00
51552	289	new	2026-02-05 19:12:00+00
51617	24	sent	2026-02-05 20:17:00+00
51629	52	sent	2026-02-05 20:29:00+00
51641	80	sent	2026-02-05 20:41:00+00
51653	108	sent	2026-02-05 20:53:00+00
51665	136	sent	2026-02-05 21:05:00+00
51677	164	sent	2026-02-05 21:17:00+00
51689	192	sent	2026-02-05 21:29:00+00
51701	220	sent	2026-02-05 21:41:00+00
51713	248	sent	2026-02-05 21:53:00+00
51725	276	sent	2026-02-05 22:05:00+00
51790	11	paid	2026-02-05 23:10:00+00
51802	39	paid	2026-02-05 23:22:00+00
51814	67	paid	2026-02-05 23:34:00+00
51826	95	paid	2026-02-05 23:46:00+00
51838	123	paid	2026-02-05 23:58:00+00
51850	151	paid	2026-02-06 00:10:00+00
51862	179	paid	2026-02-06 00:22:00+00
51874	207	paid	2026-02-06 00:34:00+00
51886	235	paid	2026-02-06 00:46:00+00
51898	263	paid	2026-02-06 00:58:00+00
51910	291	paid	2026-02-06 01:10:00+00
51975	26	new	2026-02-06 02:15:00+00
51987	54	new	2026-02-06 02:27:00+00
51999	82	new	2026-02-06 02:39:00+00
52011	110	new	2026-02-06 02:51:00+00
52023	138	new	2026-02-06 03:03:00+00
52035	166	new	2026-02-06 03:15:00+00
52047	194	new	2026-02-06 03:27:00+00
52059	222	new	2026-02-06 03:39:00+00
52071	250	new	2026-02-06 03:51:00+00
52083	278	new	2026-02-06 04:03:00+00
52148	13	sent	2026-02-06 05:08:00+00
52160	41	sent	2026-02-06 05:20:00+00
52172	69	sent	2026-02-06 05:32:00+00
52184	97	sent	2026-02-06 05:44:00+00
52196	125	sent	2026-02-06 05:56:00+00
52208	153	sent	2026-02-06 06:08:00+00
52220	181	sent	2026-02-06 06:20:00+00
52232	209	sent	2026-02-06 06:32:00+00
52244	237	sent	2026-02-06 06:44:00+00
52256	265	sent	2026-02-06 06:56:00+00
52268	293	sent	2026-02-06 07:08:00+00
52333	28	paid	2026-02-06 08:13:00+00
52345	56	paid	2026-02-06 08:25:00+00
52357	84	paid	2026-02-06 08:37:00+00
52369	112	paid	2026-02-06 08:49:00+00
52381	140	paid	2026-02-06 09:01:00+00
52393	168	paid	2026-02-06 09:13:00+00
52405	196	paid	2026-02-06 09:25:00+00
52417	224	paid	2026-02-06 09:37:00+00
52429	252	paid	2026-02-06 09:49:00+00
52441	280	paid	2026-02-06 10:01:00+00
52506	15	new	2026-02-06 11:06:00+00
52518	43	new	2026-02-06 11:18:00+00
52530	71	new	2026-02-06 11:30:00+00
52542	99	new	2026-02-06 11:42:00+00
52554	127	new	2026-02-06 11:54:00+00
52566	155	new	2026-02-06 12:06:00+00
52578	183	new	2026-02-06 12:18:00+00
52590	211	new	2026-02-06 12:30:00+00
52602	239	new	2026-02-06 12:42:00+00
52614	267	new	2026-02-06 12:54:00+00
52626	295	new	2026-02-06 13:06:00+00
52679	2	sent	2026-02-06 13:59:00+00
52691	30	sent	2026-02-06 14:11:00+00
52703	58	sent	2026-02-06 14:23:00+00
52715	86	sent	2026-02-06 14:35:00+00
52727	114	sent	2026-02-06 14:47:00+00
52739	142	sent	2026-02-06 14:59:00+00
52751	170	sent	2026-02-06 15:11:00+00
52763	198	sent	2026-02-06 15:23:00+00
52775	226	sent	2026-02-06 15:35:00+00
52787	254	sent	2026-02-06 15:47:00+00
52799	282	sent	2026-02-06 15:59:00+00
52864	17	paid	2026-02-06 17:04:00+00
52876	45	paid	2026-02-06 17:16:00+00
52888	73	paid	2026-02-06 17:28:00+00
52900	101	paid	2026-02-06 17:40:00+00
52912	129	paid	2026-02-06 17:52:00+00
52924	157	paid	2026-02-06 18:04:00+00
52936	185	paid	2026-02-06 18:16:00+00
52948	213	paid	2026-02-06 18:28:00+00
52960	241	paid	2026-02-06 18:40:00+00
52972	269	paid	2026-02-06 18:52:00+00
52984	297	paid	2026-02-06 19:04:00+00
53037	4	new	2026-02-06 19:57:00+00
53049	32	new	2026-02-06 20:09:00+00
53061	60	new	2026-02-06 20:21:00+00
53073	88	new	2026-02-06 20:33:00+00
53085	116	new	2026-02-06 20:45:00+00
53097	144	new	2026-02-06 20:57:00+00
53109	172	new	2026-02-06 21:09:00+00
53121	200	new	2026-02-06 21:21:00+00
53133	228	new	2026-02-06 21:33:00+00
53145	256	new	2026-02-06 21:45:00+00
53157	284	new	2026-02-06 21:57:00+00
53222	19	sent	2026-02-06 23:02:00+00
53234	47	sent	2026-02-06 23:14:00+00
53246	75	sent	2026-02-06 23:26:00+00
53258	103	sent	2026-02-06 23:38:00+00
53270	131	sent	2026-02-06 23:50:00+00
53282	159	sent	2026-02-07 00:02:00+00
53294	187	sent	2026-02-07 00:14:00+00
53306	215	sent	2026-02-07 00:26:00+00
53318	243	sent	2026-02-07 00:38:00+00
53330	271	sent	2026-02-07 00:50:00+00
53342	299	sent	2026-02-07 01:02:00+00
53395	6	paid	2026-02-07 01:55:00+00
53407	34	paid	2026-02-07 02:07:00+00
53419	62	paid	2026-02-07 02:19:00+00
53431	90	paid	2026-02-07 02:31:00+00
53443	118	paid	2026-02-07 02:43:00+00
53455	146	paid	2026-02-07 02:55:00+00
53467	174	paid	2026-02-07 03:07:00+00
53479	202	paid	2026-02-07 03:19:00+00
53491	230	paid	2026-02-07 03:31:00+00
53503	258	paid	2026-02-07 03:43:00+00
53515	286	paid	2026-02-07 03:55:00+00
53580	21	new	2026-02-07 05:00:00+00
53592	49	new	2026-02-07 05:12:00+00
53604	77	new	2026-02-07 05:24:00+00
53616	105	new	2026-02-07 05:36:00+00
53628	133	new	2026-02-07 05:48:00+00
53640	161	new	2026-02-07 06:00:00+00
53652	189	new	2026-02-07 06:12:00+00
53664	217	new	2026-02-07 06:24:00+00
53676	245	new	2026-02-07 06:36:00+00
53688	273	new	2026-02-07 06:48:00+00
53753	8	sent	2026-02-07 07:53:00+00
53765	36	sent	2026-02-07 08:05:00+00
53777	64	sent	2026-02-07 08:17:00+00
53789	92	sent	2026-02-07 08:29:00+00
53801	120	sent	2026-02-07 08:41:00+00
53813	148	sent	2026-02-07 08:53:00+00
53825	176	sent	2026-02-07 09:05:00+00
53837	204	sent	2026-02-07 09:17:00+00
53849	232	sent	2026-02-07 09:29:00+00
53861	260	sent	2026-02-07 09:41:00+00
53873	288	sent	2026-02-07 09:53:00+00
53938	23	paid	2026-02-07 10:58:00+00
53950	51	paid	2026-02-07 11:10:00+00
53962	79	paid	2026-02-07 11:22:00+00
53974	107	paid	2026-02-07 11:34:00+00
53986	135	paid	2026-02-07 11:46:00+00
53998	163	paid	2026-02-07 11:58:00+00
54010	191	paid	2026-02-07 12:10:00+00
54022	219	paid	2026-02-07 12:22:00+00
54034	247	paid	2026-02-07 12:34:00+00
54046	275	paid	2026-02-07 12:46:00+00
54111	10	new	2026-02-07 13:51:00+00
54123	38	new	2026-02-07 14:03:00+00
54135	66	new	2026-02-07 14:15:00+00
54147	94	new	2026-02-07 14:27:00+00
54159	122	new	2026-02-07 14:39:00+00
54171	150	new	2026-02-07 14:51:00+00
54183	178	new	2026-02-07 15:03:00+00
54195	206	new	2026-02-07 15:15:00+00
54207	234	new	2026-02-07 15:27:00+00
54219	262	new	2026-02-07 15:39:00+00
54231	290	new	2026-02-07 15:51:00+00
54296	25	sent	2026-02-07 16:56:00+00
54308	53	sent	2026-02-07 17:08:00+00
54320	81	sent	2026-02-07 17:20:00+00
54332	109	sent	2026-02-07 17:32:00+00
54344	137	sent	2026-02-07 17:44:00+00
54356	165	sent	2026-02-07 17:56:00+00
54368	193	sent	2026-02-07 18:08:00+00
54380	221	sent	2026-02-07 18:20:00+00
54392	249	sent	2026-02-07 18:32:00+00
54404	277	sent	2026-02-07 18:44:00+00
54469	12	paid	2026-02-07 19:49:00+00
54481	40	paid	2026-02-07 20:01:00+00
54493	68	paid	2026-02-07 20:13:00+00
54505	96	paid	2026-02-07 20:25:00+00
54517	124	paid	2026-02-07 20:37:00+00
54529	152	paid	2026-02-07 20:49:00+00
54541	180	paid	2026-02-07 21:01:00+00
54553	208	paid	2026-02-07 21:13:00+00
54565	236	paid	2026-02-07 21:25:00+00
54577	264	paid	2026-02-07 21:37:00+00
54589	292	paid	2026-02-07 21:49:00+00
54654	27	new	2026-02-07 22:54:00+00
54666	55	new	2026-02-07 23:06:00+00
54678	83	new	2026-02-07 23:18:00+00
54690	111	new	2026-02-07 23:30:00+00
54702	139	new	2026-02-07 23:42:00+00
54714	167	new	2026-02-07 23:54:00+00
54726	195	new	2026-02-08 00:06:00+00
54738	223	new	2026-02-08 00:18:00+00
54750	251	new	2026-02-08 00:30:00+00
54762	279	new	2026-02-08 00:42:00+00
54827	14	sent	2026-02-08 01:47:00+00
54839	42	sent	2026-02-08 01:59:00+00
54851	70	sent	2026-02-08 02:11:00+00
54875	126	sent	2026-02-08 02:35:00+00
54887	154	sent	2026-02-08 02:47:00+00
54899	182	sent	2026-02-08 02:59:00+00
54911	210	sent	2026-02-08 03:11:00+00
54923	238	sent	2026-02-08 03:23:00+00
54935	266	sent	2026-02-08 03:35:00+00
54947	294	sent	2026-02-08 03:47:00+00
55000	1	paid	2026-02-08 04:40:00+00
55012	29	paid	2026-02-08 04:52:00+00
55024	57	paid	2026-02-08 05:04:00+00
55036	85	paid	2026-02-08 05:16:00+00
55048	113	paid	2026-02-08 05:28:00+00
55060	141	paid	2026-02-08 05:40:00+00
55072	169	paid	2026-02-08 05:52:00+00
55084	197	paid	2026-02-08 06:04:00+00
55096	225	paid	2026-02-08 06:16:00+00
55108	253	paid	2026-02-08 06:28:00+00
55120	281	paid	2026-02-08 06:40:00+00
55185	16	new	2026-02-08 07:45:00+00
55197	44	new	2026-02-08 07:57:00+00
55209	72	new	2026-02-08 08:09:00+00
55221	100	new	2026-02-08 08:21:00+00
55233	128	new	2026-02-08 08:33:00+00
55245	156	new	2026-02-08 08:45:00+00
55257	184	new	2026-02-08 08:57:00+00
55269	212	new	2026-02-08 09:09:00+00
55281	240	new	2026-02-08 09:21:00+00
55293	268	new	2026-02-08 09:33:00+00
55305	296	new	2026-02-08 09:45:00+00
55358	3	sent	2026-02-08 10:38:00+00
55370	31	sent	2026-02-08 10:50:00+00
55382	59	sent	2026-02-08 11:02:00+00
55394	87	sent	2026-02-08 11:14:00+00
55406	115	sent	2026-02-08 11:26:00+00
55418	143	sent	2026-02-08 11:38:00+00
55430	171	sent	2026-02-08 11:50:00+00
55442	199	sent	2026-02-08 12:02:00+00
55454	227	sent	2026-02-08 12:14:00+00
55466	255	sent	2026-02-08 12:26:00+00
55478	283	sent	2026-02-08 12:38:00+00
55543	18	paid	2026-02-08 13:43:00+00
55555	46	paid	2026-02-08 13:55:00+00
55567	74	paid	2026-02-08 14:07:00+00
55579	102	paid	2026-02-08 14:19:00+00
55591	130	paid	2026-02-08 14:31:00+00
55603	158	paid	2026-02-08 14:43:00+00
55615	186	paid	2026-02-08 14:55:00+00
55627	214	paid	2026-02-08 15:07:00+00
55639	242	paid	2026-02-08 15:19:00+00
55651	270	paid	2026-02-08 15:31:00+00
55663	298	paid	2026-02-08 15:43:00+00
55716	5	new	2026-02-08 16:36:00+00
55728	33	new	2026-02-08 16:48:00+00
55740	61	new	2026-02-08 17:00:00+00
55752	89	new	2026-02-08 17:12:00+00
55764	117	new	2026-02-08 17:24:00+00
55776	145	new	2026-02-08 17:36:00+00
55788	173	new	2026-02-08 17:48:00+00
55800	201	new	2026-02-08 18:00:00+00
55812	229	new	2026-02-08 18:12:00+00
55824	257	new	2026-02-08 18:24:00+00
55836	285	new	2026-02-08 18:36:00+00
55901	20	sent	2026-02-08 19:41:00+00
55913	48	sent	2026-02-08 19:53:00+00
55925	76	sent	2026-02-08 20:05:00+00
55937	104	sent	2026-02-08 20:17:00+00
55949	132	sent	2026-02-08 20:29:00+00
55961	160	sent	2026-02-08 20:41:00+00
55973	188	sent	2026-02-08 20:53:00+00
55985	216	sent	2026-02-08 21:05:00+00
55997	244	sent	2026-02-08 21:17:00+00
56009	272	sent	2026-02-08 21:29:00+00
56021	300	sent	2026-02-08 21:41:00+00
56074	7	paid	2026-02-08 22:34:00+00
56086	35	paid	2026-02-08 22:46:00+00
56098	63	paid	2026-02-08 22:58:00+00
56110	91	paid	2026-02-08 23:10:00+00
56122	119	paid	2026-02-08 23:22:00+00
56134	147	paid	2026-02-08 23:34:00+00
56146	175	paid	2026-02-08 23:46:00+00
56158	203	paid	2026-02-08 23:58:00+00
56170	231	paid	2026-02-09 00:10:00+00
56182	259	paid	2026-02-09 00:22:00+00
56194	287	paid	2026-02-09 00:34:00+00
56259	22	new	2026-02-09 01:39:00+00
56271	50	new	2026-02-09 01:51:00+00
56283	78	new	2026-02-09 02:03:00+00
56295	106	new	2026-02-09 02:15:00+00
56307	134	new	2026-02-09 02:27:00+00
56319	162	new	2026-02-09 02:39:00+00
56331	190	new	2026-02-09 02:51:00+00
56343	218	new	2026-02-09 03:03:00+00
56355	246	new	2026-02-09 03:15:00+00
56367	274	new	2026-02-09 03:27:00+00
56432	9	sent	2026-02-09 04:32:00+00
56444	37	sent	2026-02-09 04:44:00+00
56456	65	sent	2026-02-09 04:56:00+00
56468	93	sent	2026-02-09 05:08:00+00
56480	121	sent	2026-02-09 05:20:00+00
56492	149	sent	2026-02-09 05:32:00+00
56504	177	sent	2026-02-09 05:44:00+00
56516	205	sent	2026-02-09 05:56:00+00
56528	233	sent	2026-02-09 06:08:00+00
56540	261	sent	2026-02-09 06:20:00+00
56552	289	sent	2026-02-09 06:32:00+00
56617	24	paid	2026-02-09 07:37:00+00
56629	52	paid	2026-02-09 07:49:00+00
56641	80	paid	2026-02-09 08:01:00+00
56653	108	paid	2026-02-09 08:13:00+00
56665	136	paid	2026-02-09 08:25:00+00
56677	164	paid	2026-02-09 08:37:00+00
56689	192	paid	2026-02-09 08:49:00+00
56701	220	paid	2026-02-09 09:01:00+00
56713	248	paid	2026-02-09 09:13:00+00
56725	276	paid	2026-02-09 09:25:00+00
56790	11	new	2026-02-09 10:30:00+00
56802	39	new	2026-02-09 10:42:00+00
56814	67	new	2026-02-09 10:54:00+00
56826	95	new	2026-02-09 11:06:00+00
56838	123	new	2026-02-09 11:18:00+00
56850	151	new	2026-02-09 11:30:00+00
56862	179	new	2026-02-09 11:42:00+00
56874	207	new	2026-02-09 11:54:00+00
56886	235	new	2026-02-09 12:06:00+00
56898	263	new	2026-02-09 12:18:00+00
56910	291	new	2026-02-09 12:30:00+00
56975	26	sent	2026-02-09 13:35:00+00
56987	54	sent	2026-02-09 13:47:00+00
56999	82	sent	2026-02-09 13:59:00+00
57011	110	sent	2026-02-09 14:11:00+00
57023	138	sent	2026-02-09 14:23:00+00
57035	166	sent	2026-02-09 14:35:00+00
57047	194	sent	2026-02-09 14:47:00+00
57059	222	sent	2026-02-09 14:59:00+00
57071	250	sent	2026-02-09 15:11:00+00
57083	278	sent	2026-02-09 15:23:00+00
57148	13	paid	2026-02-09 16:28:00+00
57160	41	paid	2026-02-09 16:40:00+00
57172	69	paid	2026-02-09 16:52:00+00
57184	97	paid	2026-02-09 17:04:00+00
57196	125	paid	2026-02-09 17:16:00+00
57208	153	paid	2026-02-09 17:28:00+00
57220	181	paid	2026-02-09 17:40:00+00
57232	209	paid	2026-02-09 17:52:00+00
57244	237	paid	2026-02-09 18:04:00+00
57256	265	paid	2026-02-09 18:16:00+00
57268	293	paid	2026-02-09 18:28:00+00
57333	28	new	2026-02-09 19:33:00+00
57345	56	new	2026-02-09 19:45:00+00
57357	84	new	2026-02-09 19:57:00+00
57369	112	new	2026-02-09 20:09:00+00
57381	140	new	2026-02-09 20:21:00+00
57393	168	new	2026-02-09 20:33:00+00
57405	196	new	2026-02-09 20:45:00+00
57417	224	new	2026-02-09 20:57:00+00
57429	252	new	2026-02-09 21:09:00+00
57441	280	new	2026-02-09 21:21:00+00
57506	15	sent	2026-02-09 22:26:00+00
57518	43	sent	2026-02-09 22:38:00+00
57530	71	sent	2026-02-09 22:50:00+00
57542	99	sent	2026-02-09 23:02:00+00
57554	127	sent	2026-02-09 23:14:00+00
57566	155	sent	2026-02-09 23:26:00+00
57578	183	sent	2026-02-09 23:38:00+00
57590	211	sent	2026-02-09 23:50:00+00
57602	239	sent	2026-02-10 00:02:00+00
57614	267	sent	2026-02-10 00:14:00+00
57626	295	sent	2026-02-10 00:26:00+00
57679	2	paid	2026-02-10 01:19:00+00
57691	30	paid	2026-02-10 01:31:00+00
57703	58	paid	2026-02-10 01:43:00+00
57715	86	paid	2026-02-10 01:55:00+00
57727	114	paid	2026-02-10 02:07:00+00
57739	142	paid	2026-02-10 02:19:00+00
57751	170	paid	2026-02-10 02:31:00+00
57763	198	paid	2026-02-10 02:43:00+00
57775	226	paid	2026-02-10 02:55:00+00
57787	254	paid	2026-02-10 03:07:00+00
57799	282	paid	2026-02-10 03:19:00+00
57864	17	new	2026-02-10 04:24:00+00
57876	45	new	2026-02-10 04:36:00+00
57888	73	new	2026-02-10 04:48:00+00
57900	101	new	2026-02-10 05:00:00+00
57912	129	new	2026-02-10 05:12:00+00
57924	157	new	2026-02-10 05:24:00+00
57936	185	new	2026-02-10 05:36:00+00
57948	213	new	2026-02-10 05:48:00+00
57960	241	new	2026-02-10 06:00:00+00
57972	269	new	2026-02-10 06:12:00+00
57984	297	new	2026-02-10 06:24:00+00
58037	4	sent	2026-02-10 07:17:00+00
58049	32	sent	2026-02-10 07:29:00+00
58061	60	sent	2026-02-10 07:41:00+00
58073	88	sent	2026-02-10 07:53:00+00
58085	116	sent	2026-02-10 08:05:00+00
58097	144	sent	2026-02-10 08:17:00+00
58109	172	sent	2026-02-10 08:29:00+00
58121	200	sent	2026-02-10 08:41:00+00
58133	228	sent	2026-02-10 08:53:00+00
58145	256	sent	2026-02-10 09:05:00+00
58157	284	sent	2026-02-10 09:17:00+00
58222	19	paid	2026-02-10 10:22:00+00
58234	47	paid	2026-02-10 10:34:00+00
58246	75	paid	2026-02-10 10:46:00+00
58258	103	paid	2026-02-10 10:58:00+00
58270	131	paid	2026-02-10 11:10:00+00
58282	159	paid	2026-02-10 11:22:00+00
58294	187	paid	2026-02-10 11:34:00+00
58306	215	paid	2026-02-10 11:46:00+00
58318	243	paid	2026-02-10 11:58:00+00
58330	271	paid	2026-02-10 12:10:00+00
58342	299	paid	2026-02-10 12:22:00+00
58395	6	new	2026-02-10 13:15:00+00
58407	34	new	2026-02-10 13:27:00+00
58419	62	new	2026-02-10 13:39:00+00
58431	90	new	2026-02-10 13:51:00+00
58443	118	new	2026-02-10 14:03:00+00
58455	146	new	2026-02-10 14:15:00+00
58467	174	new	2026-02-10 14:27:00+00
58479	202	new	2026-02-10 14:39:00+00
58491	230	new	2026-02-10 14:51:00+00
58503	258	new	2026-02-10 15:03:00+00
58515	286	new	2026-02-10 15:15:00+00
58580	21	sent	2026-02-10 16:20:00+00
58592	49	sent	2026-02-10 16:32:00+00
58604	77	sent	2026-02-10 16:44:00+00
58616	105	sent	2026-02-10 16:56:00+00
58628	133	sent	2026-02-10 17:08:00+00
58640	161	sent	2026-02-10 17:20:00+00
58652	189	sent	2026-02-10 17:32:00+00
58664	217	sent	2026-02-10 17:44:00+00
58676	245	sent	2026-02-10 17:56:00+00
58688	273	sent	2026-02-10 18:08:00+00
58753	8	paid	2026-02-10 19:13:00+00
58765	36	paid	2026-02-10 19:25:00+00
58777	64	paid	2026-02-10 19:37:00+00
58789	92	paid	2026-02-10 19:49:00+00
58801	120	paid	2026-02-10 20:01:00+00
58813	148	paid	2026-02-10 20:13:00+00
58825	176	paid	2026-02-10 20:25:00+00
58837	204	paid	2026-02-10 20:37:00+00
58849	232	paid	2026-02-10 20:49:00+00
58861	260	paid	2026-02-10 21:01:00+00
58873	288	paid	2026-02-10 21:13:00+00
58938	23	new	2026-02-10 22:18:00+00
58950	51	new	2026-02-10 22:30:00+00
58962	79	new	2026-02-10 22:42:00+00
58974	107	new	2026-02-10 22:54:00+00
58986	135	new	2026-02-10 23:06:00+00
58998	163	new	2026-02-10 23:18:00+00
59010	191	new	2026-02-10 23:30:00+00
59022	219	new	2026-02-10 23:42:00+00
59034	247	new	2026-02-10 23:54:00+00
59046	275	new	2026-02-11 00:06:00+00
59111	10	sent	2026-02-11 01:11:00+00
59123	38	sent	2026-02-11 01:23:00+00
59135	66	sent	2026-02-11 01:35:00+00
59147	94	sent	2026-02-11 01:47:00+00
59159	122	sent	2026-02-11 01:59:00+00
59171	150	sent	2026-02-11 02:11:00+00
59183	178	sent	2026-02-11 02:23:00+00
59195	206	sent	2026-02-11 02:35:00+00
59207	234	sent	2026-02-11 02:47:00+00
59219	262	sent	2026-02-11 02:59:00+00
59231	290	sent	2026-02-11 03:11:00+00
59296	25	paid	2026-02-11 04:16:00+00
59308	53	paid	2026-02-11 04:28:00+00
59320	81	paid	2026-02-11 04:40:00+00
59332	109	paid	2026-02-11 04:52:00+00
59344	137	paid	2026-02-11 05:04:00+00
59356	165	paid	2026-02-11 05:16:00+00
59368	193	paid	2026-02-11 05:28:00+00
59380	221	paid	2026-02-11 05:40:00+00
59392	249	paid	2026-02-11 05:52:00+00
59404	277	paid	2026-02-11 06:04:00+00
59469	12	new	2026-02-11 07:09:00+00
59481	40	new	2026-02-11 07:21:00+00
59493	68	new	2026-02-11 07:33:00+00
59505	96	new	2026-02-11 07:45:00+00
59517	124	new	2026-02-11 07:57:00+00
59529	152	new	2026-02-11 08:09:00+00
59541	180	new	2026-02-11 08:21:00+00
59553	208	new	2026-02-11 08:33:00+00
59565	236	new	2026-02-11 08:45:00+00
59577	264	new	2026-02-11 08:57:00+00
59589	292	new	2026-02-11 09:09:00+00
59654	27	sent	2026-02-11 10:14:00+00
59666	55	sent	2026-02-11 10:26:00+00
59678	83	sent	2026-02-11 10:38:00+00
59690	111	sent	2026-02-11 10:50:00+00
59702	139	sent	2026-02-11 11:02:00+00
59714	167	sent	2026-02-11 11:14:00+00
59726	195	sent	2026-02-11 11:26:00+00
59738	223	sent	2026-02-11 11:38:00+00
59750	251	sent	2026-02-11 11:50:00+00
59762	279	sent	2026-02-11 12:02:00+00
59827	14	paid	2026-02-11 13:07:00+00
59839	42	paid	2026-02-11 13:19:00+00
59851	70	paid	2026-02-11 13:31:00+00
59875	126	paid	2026-02-11 13:55:00+00
59887	154	paid	2026-02-11 14:07:00+00
59899	182	paid	2026-02-11 14:19:00+00
59911	210	paid	2026-02-11 14:31:00+00
59923	238	paid	2026-02-11 14:43:00+00
59935	266	paid	2026-02-11 14:55:00+00
59947	294	paid	2026-02-11 15:07:00+00
60000	1	new	2026-02-11 16:00:00+00
60012	29	new	2026-02-11 16:12:00+00
60024	57	new	2026-02-11 16:24:00+00
60036	85	new	2026-02-11 16:36:00+00
60048	113	new	2026-02-11 16:48:00+00
60060	141	new	2026-02-11 17:00:00+00
60072	169	new	2026-02-11 17:12:00+00
60084	197	new	2026-02-11 17:24:00+00
60096	225	new	2026-02-11 17:36:00+00
60108	253	new	2026-02-11 17:48:00+00
60120	281	new	2026-02-11 18:00:00+00
60185	16	sent	2026-02-11 19:05:00+00
60197	44	sent	2026-02-11 19:17:00+00
60209	72	sent	2026-02-11 19:29:00+00
60221	100	sent	2026-02-11 19:41:00+00
60233	128	sent	2026-02-11 19:53:00+00
60245	156	sent	2026-02-11 20:05:00+00
60257	184	sent	2026-02-11 20:17:00+00
60269	212	sent	2026-02-11 20:29:00+00
60281	240	sent	2026-02-11 20:41:00+00
60293	268	sent	2026-02-11 20:53:00+00
60305	296	sent	2026-02-11 21:05:00+00
60358	3	paid	2026-02-11 21:58:00+00
60370	31	paid	2026-02-11 22:10:00+00
60382	59	paid	2026-02-11 22:22:00+00
60394	87	paid	2026-02-11 22:34:00+00
60406	115	paid	2026-02-11 22:46:00+00
60418	143	paid	2026-02-11 22:58:00+00
60430	171	paid	2026-02-11 23:10:00+00
60442	199	paid	2026-02-11 23:22:00+00
60454	227	paid	2026-02-11 23:34:00+00
60466	255	paid	2026-02-11 23:46:00+00
60478	283	paid	2026-02-11 23:58:00+00
60543	18	new	2026-02-12 01:03:00+00
60555	46	new	2026-02-12 01:15:00+00
60567	74	new	2026-02-12 01:27:00+00
60579	102	new	2026-02-12 01:39:00+00
60591	130	new	2026-02-12 01:51:00+00
60603	158	new	2026-02-12 02:03:00+00
60615	186	new	2026-02-12 02:15:00+00
60627	214	new	2026-02-12 02:27:00+00
60639	242	new	2026-02-12 02:39:00+00
60651	270	new	2026-02-12 02:51:00+00
60663	298	new	2026-02-12 03:03:00+00
60716	5	sent	2026-02-12 03:56:00+00
60728	33	sent	2026-02-12 04:08:00+00
60740	61	sent	2026-02-12 04:20:00+00
60752	89	sent	2026-02-12 04:32:00+00
60764	117	sent	2026-02-12 04:44:00+00
60776	145	sent	2026-02-12 04:56:00+00
60788	173	sent	2026-02-12 05:08:00+00
60800	201	sent	2026-02-12 05:20:00+00
60812	229	sent	2026-02-12 05:32:00+00
60824	257	sent	2026-02-12 05:44:00+00
60836	285	sent	2026-02-12 05:56:00+00
60901	20	paid	2026-02-12 07:01:00+00
60913	48	paid	2026-02-12 07:13:00+00
60925	76	paid	2026-02-12 07:25:00+00
60937	104	paid	2026-02-12 07:37:00+00
60949	132	paid	2026-02-12 07:49:00+00
60961	160	paid	2026-02-12 08:01:00+00
60973	188	paid	2026-02-12 08:13:00+00
60985	216	paid	2026-02-12 08:25:00+00
60997	244	paid	2026-02-12 08:37:00+00
61009	272	paid	2026-02-12 08:49:00+00
61021	300	paid	2026-02-12 09:01:00+00
61074	7	new	2026-02-12 09:54:00+00
61086	35	new	2026-02-12 10:06:00+00
61098	63	new	2026-02-12 10:18:00+00
61110	91	new	2026-02-12 10:30:00+00
61122	119	new	2026-02-12 10:42:00+00
61134	147	new	2026-02-12 10:54:00+00
61146	175	new	2026-02-12 11:06:00+00
61158	203	new	2026-02-12 11:18:00+00
61170	231	new	2026-02-12 11:30:00+00
61182	259	new	2026-02-12 11:42:00+00
61194	287	new	2026-02-12 11:54:00+00
61259	22	sent	2026-02-12 12:59:00+00
61271	50	sent	2026-02-12 13:11:00+00
61283	78	sent	2026-02-12 13:23:00+00
61295	106	sent	2026-02-12 13:35:00+00
61307	134	sent	2026-02-12 13:47:00+00
61319	162	sent	2026-02-12 13:59:00+00
61331	190	sent	2026-02-12 14:11:00+00
61343	218	sent	2026-02-12 14:23:00+00
61355	246	sent	2026-02-12 14:35:00+00
61367	274	sent	2026-02-12 14:47:00+00
61432	9	paid	2026-02-12 15:52:00+00
61444	37	paid	2026-02-12 16:04:00+00
61456	65	paid	2026-02-12 16:16:00+00
61468	93	paid	2026-02-12 16:28:00+00
61480	121	paid	2026-02-12 16:40:00+00
61492	149	paid	2026-02-12 16:52:00+00
61504	177	paid	2026-02-12 17:04:00+00
61516	205	paid	2026-02-12 17:16:00+00
61528	233	paid	2026-02-12 17:28:00+00
61540	261	paid	2026-02-12 17:40:00+00
61552	289	paid	2026-02-12 17:52:00+00
61617	24	new	2026-02-12 18:57:00+00
61629	52	new	2026-02-12 19:09:00+00
61641	80	new	2026-02-12 19:21:00+00
61653	108	new	2026-02-12 19:33:00+00
61665	136	new	2026-02-12 19:45:00+00
61677	164	new	2026-02-12 19:57:00+00
61689	192	new	2026-02-12 20:09:00+00
61701	220	new	2026-02-12 20:21:00+00
61713	248	new	2026-02-12 20:33:00+00
61725	276	new	2026-02-12 20:45:00+00
61790	11	sent	2026-02-12 21:50:00+00
61802	39	sent	2026-02-12 22:02:00+00
61814	67	sent	2026-02-12 22:14:00+00
61826	95	sent	2026-02-12 22:26:00+00
61838	123	sent	2026-02-12 22:38:00+00
61850	151	sent	2026-02-12 22:50:00+00
61862	179	sent	2026-02-12 23:02:00+00
61874	207	sent	2026-02-12 23:14:00+00
61886	235	sent	2026-02-12 23:26:00+00
61898	263	sent	2026-02-12 23:38:00+00
61910	291	sent	2026-02-12 23:50:00+00
61975	26	paid	2026-02-13 00:55:00+00
61987	54	paid	2026-02-13 01:07:00+00
61999	82	paid	2026-02-13 01:19:00+00
62011	110	paid	2026-02-13 01:31:00+00
62023	138	paid	2026-02-13 01:43:00+00
62035	166	paid	2026-02-13 01:55:00+00
62047	194	paid	2026-02-13 02:07:00+00
62059	222	paid	2026-02-13 02:19:00+00
62071	250	paid	2026-02-13 02:31:00+00
62083	278	paid	2026-02-13 02:43:00+00
62148	13	new	2026-02-13 03:48:00+00
62160	41	new	2026-02-13 04:00:00+00
62172	69	new	2026-02-13 04:12:00+00
62184	97	new	2026-02-13 04:24:00+00
62196	125	new	2026-02-13 04:36:00+00
62208	153	new	2026-02-13 04:48:00+00
62220	181	new	2026-02-13 05:00:00+00
62232	209	new	2026-02-13 05:12:00+00
62244	237	new	2026-02-13 05:24:00+00
62256	265	new	2026-02-13 05:36:00+00
62268	293	new	2026-02-13 05:48:00+00
62333	28	sent	2026-02-13 06:53:00+00
62345	56	sent	2026-02-13 07:05:00+00
62357	84	sent	2026-02-13 07:17:00+00
62369	112	sent	2026-02-13 07:29:00+00
62381	140	sent	2026-02-13 07:41:00+00
62393	168	sent	2026-02-13 07:53:00+00
62405	196	sent	2026-02-13 08:05:00+00
62417	224	sent	2026-02-13 08:17:00+00
62429	252	sent	2026-02-13 08:29:00+00
62441	280	sent	2026-02-13 08:41:00+00
62506	15	paid	2026-02-13 09:46:00+00
62518	43	paid	2026-02-13 09:58:00+00
62530	71	paid	2026-02-13 10:10:00+00
62542	99	paid	2026-02-13 10:22:00+00
62554	127	paid	2026-02-13 10:34:00+00
62566	155	paid	2026-02-13 10:46:00+00
62578	183	paid	2026-02-13 10:58:00+00
62590	211	paid	2026-02-13 11:10:00+00
62602	239	paid	2026-02-13 11:22:00+00
62614	267	paid	2026-02-13 11:34:00+00
62626	295	paid	2026-02-13 11:46:00+00
62679	2	new	2026-02-13 12:39:00+00
62691	30	new	2026-02-13 12:51:00+00
62703	58	new	2026-02-13 13:03:00+00
62715	86	new	2026-02-13 13:15:00+00
62727	114	new	2026-02-13 13:27:00+00
62739	142	new	2026-02-13 13:39:00+00
62751	170	new	2026-02-13 13:51:00+00
62763	198	new	2026-02-13 14:03:00+00
62775	226	new	2026-02-13 14:15:00+00
62787	254	new	2026-02-13 14:27:00+00
62799	282	new	2026-02-13 14:39:00+00
62864	17	sent	2026-02-13 15:44:00+00
62876	45	sent	2026-02-13 15:56:00+00
62888	73	sent	2026-02-13 16:08:00+00
62900	101	sent	2026-02-13 16:20:00+00
62912	129	sent	2026-02-13 16:32:00+00
62924	157	sent	2026-02-13 16:44:00+00
62936	185	sent	2026-02-13 16:56:00+00
62948	213	sent	2026-02-13 17:08:00+00
62960	241	sent	2026-02-13 17:20:00+00
62972	269	sent	2026-02-13 17:32:00+00
62984	297	sent	2026-02-13 17:44:00+00
63037	4	paid	2026-02-13 18:37:00+00
63049	32	paid	2026-02-13 18:49:00+00
63061	60	paid	2026-02-13 19:01:00+00
63073	88	paid	2026-02-13 19:13:00+00
63085	116	paid	2026-02-13 19:25:00+00
63097	144	paid	2026-02-13 19:37:00+00
63109	172	paid	2026-02-13 19:49:00+00
63121	200	paid	2026-02-13 20:01:00+00
63133	228	paid	2026-02-13 20:13:00+00
63145	256	paid	2026-02-13 20:25:00+00
63157	284	paid	2026-02-13 20:37:00+00
63222	19	new	2026-02-13 21:42:00+00
63234	47	new	2026-02-13 21:54:00+00
63246	75	new	2026-02-13 22:06:00+00
63258	103	new	2026-02-13 22:18:00+00
63270	131	new	2026-02-13 22:30:00+00
63282	159	new	2026-02-13 22:42:00+00
63294	187	new	2026-02-13 22:54:00+00
63306	215	new	2026-02-13 23:06:00+00
63318	243	new	2026-02-13 23:18:00+00
63330	271	new	2026-02-13 23:30:00+00
63342	299	new	2026-02-13 23:42:00+00
63395	6	sent	2026-02-14 00:35:00+00
63407	34	sent	2026-02-14 00:47:00+00
63419	62	sent	2026-02-14 00:59:00+00
63431	90	sent	2026-02-14 01:11:00+00
63443	118	sent	2026-02-14 01:23:00+00
63455	146	sent	2026-02-14 01:35:00+00
63467	174	sent	2026-02-14 01:47:00+00
63479	202	sent	2026-02-14 01:59:00+00
63491	230	sent	2026-02-14 02:11:00+00
63503	258	sent	2026-02-14 02:23:00+00
63515	286	sent	2026-02-14 02:35:00+00
63580	21	paid	2026-02-14 03:40:00+00
63592	49	paid	2026-02-14 03:52:00+00
63604	77	paid	2026-02-14 04:04:00+00
63616	105	paid	2026-02-14 04:16:00+00
63628	133	paid	2026-02-14 04:28:00+00
63640	161	paid	2026-02-14 04:40:00+00
63652	189	paid	2026-02-14 04:52:00+00
63664	217	paid	2026-02-14 05:04:00+00
63676	245	paid	2026-02-14 05:16:00+00
63688	273	paid	2026-02-14 05:28:00+00
63753	8	new	2026-02-14 06:33:00+00
63765	36	new	2026-02-14 06:45:00+00
63777	64	new	2026-02-14 06:57:00+00
63789	92	new	2026-02-14 07:09:00+00
63801	120	new	2026-02-14 07:21:00+00
63813	148	new	2026-02-14 07:33:00+00
63825	176	new	2026-02-14 07:45:00+00
63837	204	new	2026-02-14 07:57:00+00
63849	232	new	2026-02-14 08:09:00+00
63861	260	new	2026-02-14 08:21:00+00
63873	288	new	2026-02-14 08:33:00+00
63938	23	sent	2026-02-14 09:38:00+00
63950	51	sent	2026-02-14 09:50:00+00
63962	79	sent	2026-02-14 10:02:00+00
63974	107	sent	2026-02-14 10:14:00+00
63986	135	sent	2026-02-14 10:26:00+00
63998	163	sent	2026-02-14 10:38:00+00
64010	191	sent	2026-02-14 10:50:00+00
64022	219	sent	2026-02-14 11:02:00+00
64034	247	sent	2026-02-14 11:14:00+00
64046	275	sent	2026-02-14 11:26:00+00
64111	10	paid	2026-02-14 12:31:00+00
64123	38	paid	2026-02-14 12:43:00+00
64135	66	paid	2026-02-14 12:55:00+00
64147	94	paid	2026-02-14 13:07:00+00
64159	122	paid	2026-02-14 13:19:00+00
64171	150	paid	2026-02-14 13:31:00+00
64183	178	paid	2026-02-14 13:43:00+00
64195	206	paid	2026-02-14 13:55:00+00
64207	234	paid	2026-02-14 14:07:00+00
64219	262	paid	2026-02-14 14:19:00+00
64231	290	paid	2026-02-14 14:31:00+00
64296	25	new	2026-02-14 15:36:00+00
64308	53	new	2026-02-14 15:48:00+00
64320	81	new	2026-02-14 16:00:00+00
64332	109	new	2026-02-14 16:12:00+00
64344	137	new	2026-02-14 16:24:00+00
64356	165	new	2026-02-14 16:36:00+00
64368	193	new	2026-02-14 16:48:00+00
64380	221	new	2026-02-14 17:00:00+00
64392	249	new	2026-02-14 17:12:00+00
64404	277	new	2026-02-14 17:24:00+00
64469	12	sent	2026-02-14 18:29:00+00
64481	40	sent	2026-02-14 18:41:00+00
64493	68	sent	2026-02-14 18:53:00+00
64505	96	sent	2026-02-14 19:05:00+00
64517	124	sent	2026-02-14 19:17:00+00
64529	152	sent	2026-02-14 19:29:00+00
64541	180	sent	2026-02-14 19:41:00+00
64553	208	sent	2026-02-14 19:53:00+00
64565	236	sent	2026-02-14 20:05:00+00
64577	264	sent	2026-02-14 20:17:00+00
64589	292	sent	2026-02-14 20:29:00+00
64654	27	paid	2026-02-14 21:34:00+00
64666	55	paid	2026-02-14 21:46:00+00
64678	83	paid	2026-02-14 21:58:00+00
64690	111	paid	2026-02-14 22:10:00+00
64702	139	paid	2026-02-14 22:22:00+00
64714	167	paid	2026-02-14 22:34:00+00
64726	195	paid	2026-02-14 22:46:00+00
64738	223	paid	2026-02-14 22:58:00+00
64750	251	paid	2026-02-14 23:10:00+00
64762	279	paid	2026-02-14 23:22:00+00
64827	14	new	2026-02-15 00:27:00+00
64839	42	new	2026-02-15 00:39:00+00
64851	70	new	2026-02-15 00:51:00+00
64875	126	new	2026-02-15 01:15:00+00
64887	154	new	2026-02-15 01:27:00+00
64899	182	new	2026-02-15 01:39:00+00
64911	210	new	2026-02-15 01:51:00+00
64923	238	new	2026-02-15 02:03:00+00
64935	266	new	2026-02-15 02:15:00+00
64947	294	new	2026-02-15 02:27:00+00
65000	1	sent	2026-02-15 03:20:00+00
65012	29	sent	2026-02-15 03:32:00+00
65024	57	sent	2026-02-15 03:44:00+00
65036	85	sent	2026-02-15 03:56:00+00
65048	113	sent	2026-02-15 04:08:00+00
65060	141	sent	2026-02-15 04:20:00+00
65072	169	sent	2026-02-15 04:32:00+00
65084	197	sent	2026-02-15 04:44:00+00
65096	225	sent	2026-02-15 04:56:00+00
65108	253	sent	2026-02-15 05:08:00+00
65120	281	sent	2026-02-15 05:20:00+00
65185	16	paid	2026-02-15 06:25:00+00
65197	44	paid	2026-02-15 06:37:00+00
65209	72	paid	2026-02-15 06:49:00+00
65221	100	paid	2026-02-15 07:01:00+00
65233	128	paid	2026-02-15 07:13:00+00
65245	156	paid	2026-02-15 07:25:00+00
65257	184	paid	2026-02-15 07:37:00+00
65269	212	paid	2026-02-15 07:49:00+00
65281	240	paid	2026-02-15 08:01:00+00
65293	268	paid	2026-02-15 08:13:00+00
65305	296	paid	2026-02-15 08:25:00+00
65358	3	new	2026-02-15 09:18:00+00
65370	31	new	2026-02-15 09:30:00+00
65382	59	new	2026-02-15 09:42:00+00
65394	87	new	2026-02-15 09:54:00+00
65406	115	new	2026-02-15 10:06:00+00
65418	143	new	2026-02-15 10:18:00+00
65430	171	new	2026-02-15 10:30:00+00
65442	199	new	2026-02-15 10:42:00+00
65454	227	new	2026-02-15 10:54:00+00
65466	255	new	2026-02-15 11:06:00+00
65478	283	new	2026-02-15 11:18:00+00
65543	18	sent	2026-02-15 12:23:00+00
65555	46	sent	2026-02-15 12:35:00+00
65567	74	sent	2026-02-15 12:47:00+00
65579	102	sent	2026-02-15 12:59:00+00
65591	130	sent	2026-02-15 13:11:00+00
65603	158	sent	2026-02-15 13:23:00+00
65615	186	sent	2026-02-15 13:35:00+00
65627	214	sent	2026-02-15 13:47:00+00
65639	242	sent	2026-02-15 13:59:00+00
65651	270	sent	2026-02-15 14:11:00+00
65663	298	sent	2026-02-15 14:23:00+00
65716	5	paid	2026-02-15 15:16:00+00
65728	33	paid	2026-02-15 15:28:00+00
65740	61	paid	2026-02-15 15:40:00+00
65752	89	paid	2026-02-15 15:52:00+00
65764	117	paid	2026-02-15 16:04:00+00
65776	145	paid	2026-02-15 16:16:00+00
65788	173	paid	2026-02-15 16:28:00+00
65800	201	paid	2026-02-15 16:40:00+00
65812	229	paid	2026-02-15 16:52:00+00
65824	257	paid	2026-02-15 17:04:00+00
65836	285	paid	2026-02-15 17:16:00+00
65901	20	new	2026-02-15 18:21:00+00
65913	48	new	2026-02-15 18:33:00+00
65925	76	new	2026-02-15 18:45:00+00
65937	104	new	2026-02-15 18:57:00+00
65949	132	new	2026-02-15 19:09:00+00
65961	160	new	2026-02-15 19:21:00+00
65973	188	new	2026-02-15 19:33:00+00
65985	216	new	2026-02-15 19:45:00+00
65997	244	new	2026-02-15 19:57:00+00
66009	272	new	2026-02-15 20:09:00+00
66021	300	new	2026-02-15 20:21:00+00
66074	7	sent	2026-02-15 21:14:00+00
66086	35	sent	2026-02-15 21:26:00+00
66098	63	sent	2026-02-15 21:38:00+00
66110	91	sent	2026-02-15 21:50:00+00
66122	119	sent	2026-02-15 22:02:00+00
66134	147	sent	2026-02-15 22:14:00+00
66146	175	sent	2026-02-15 22:26:00+00
66158	203	sent	2026-02-15 22:38:00+00
66170	231	sent	2026-02-15 22:50:00+00
66182	259	sent	2026-02-15 23:02:00+00
66194	287	sent	2026-02-15 23:14:00+00
66259	22	paid	2026-02-16 00:19:00+00
66271	50	paid	2026-02-16 00:31:00+00
66283	78	paid	2026-02-16 00:43:00+00
66295	106	paid	2026-02-16 00:55:00+00
66307	134	paid	2026-02-16 01:07:00+00
66319	162	paid	2026-02-16 01:19:00+00
66331	190	paid	2026-02-16 01:31:00+00
66343	218	paid	2026-02-16 01:43:00+00
66355	246	paid	2026-02-16 01:55:00+00
66367	274	paid	2026-02-16 02:07:00+00
66432	9	new	2026-02-16 03:12:00+00
66444	37	new	2026-02-16 03:24:00+00
66456	65	new	2026-02-16 03:36:00+00
66468	93	new	2026-02-16 03:48:00+00
66480	121	new	2026-02-16 04:00:00+00
66492	149	new	2026-02-16 04:12:00+00
66504	177	new	2026-02-16 04:24:00+00
66516	205	new	2026-02-16 04:36:00+00
66528	233	new	2026-02-16 04:48:00+00
66540	261	new	2026-02-16 05:00:00+00
66552	289	new	2026-02-16 05:12:00+00
66617	24	sent	2026-02-16 06:17:00+00
66629	52	sent	2026-02-16 06:29:00+00
66641	80	sent	2026-02-16 06:41:00+00
66653	108	sent	2026-02-16 06:53:00+00
66665	136	sent	2026-02-16 07:05:00+00
66677	164	sent	2026-02-16 07:17:00+00
66689	192	sent	2026-02-16 07:29:00+00
66701	220	sent	2026-02-16 07:41:00+00
66713	248	sent	2026-02-16 07:53:00+00
66725	276	sent	2026-02-16 08:05:00+00
66790	11	paid	2026-02-16 09:10:00+00
66802	39	paid	2026-02-16 09:22:00+00
66814	67	paid	2026-02-16 09:34:00+00
66826	95	paid	2026-02-16 09:46:00+00
66838	123	paid	2026-02-16 09:58:00+00
66850	151	paid	2026-02-16 10:10:00+00
66862	179	paid	2026-02-16 10:22:00+00
66874	207	paid	2026-02-16 10:34:00+00
66886	235	paid	2026-02-16 10:46:00+00
66898	263	paid	2026-02-16 10:58:00+00
66910	291	paid	2026-02-16 11:10:00+00
66975	26	new	2026-02-16 12:15:00+00
66987	54	new	2026-02-16 12:27:00+00
66999	82	new	2026-02-16 12:39:00+00
67011	110	new	2026-02-16 12:51:00+00
67023	138	new	2026-02-16 13:03:00+00
67035	166	new	2026-02-16 13:15:00+00
67047	194	new	2026-02-16 13:27:00+00
67059	222	new	2026-02-16 13:39:00+00
67071	250	new	2026-02-16 13:51:00+00
67083	278	new	2026-02-16 14:03:00+00
67148	13	sent	2026-02-16 15:08:00+00
67160	41	sent	2026-02-16 15:20:00+00
67172	69	sent	2026-02-16 15:32:00+00
67184	97	sent	2026-02-16 15:44:00+00
67196	125	sent	2026-02-16 15:56:00+00
67208	153	sent	2026-02-16 16:08:00+00
67220	181	sent	2026-02-16 16:20:00+00
67232	209	sent	2026-02-16 16:32:00+00
67244	237	sent	2026-02-16 16:44:00+00
67256	265	sent	2026-02-16 16:56:00+00
67268	293	sent	2026-02-16 17:08:00+00
67333	28	paid	2026-02-16 18:13:00+00
67345	56	paid	2026-02-16 18:25:00+00
67357	84	paid	2026-02-16 18:37:00+00
67369	112	paid	2026-02-16 18:49:00+00
67381	140	paid	2026-02-16 19:01:00+00
67393	168	paid	2026-02-16 19:13:00+00
67405	196	paid	2026-02-16 19:25:00+00
67417	224	paid	2026-02-16 19:37:00+00
67429	252	paid	2026-02-16 19:49:00+00
67441	280	paid	2026-02-16 20:01:00+00
67506	15	new	2026-02-16 21:06:00+00
67518	43	new	2026-02-16 21:18:00+00
67530	71	new	2026-02-16 21:30:00+00
67542	99	new	2026-02-16 21:42:00+00
67554	127	new	2026-02-16 21:54:00+00
67566	155	new	2026-02-16 22:06:00+00
67578	183	new	2026-02-16 22:18:00+00
67590	211	new	2026-02-16 22:30:00+00
67602	239	new	2026-02-16 22:42:00+00
67614	267	new	2026-02-16 22:54:00+00
67626	295	new	2026-02-16 23:06:00+00
67679	2	sent	2026-02-16 23:59:00+00
67691	30	sent	2026-02-17 00:11:00+00
67703	58	sent	2026-02-17 00:23:00+00
67715	86	sent	2026-02-17 00:35:00+00
67727	114	sent	2026-02-17 00:47:00+00
67739	142	sent	2026-02-17 00:59:00+00
67751	170	sent	2026-02-17 01:11:00+00
67763	198	sent	2026-02-17 01:23:00+00
67775	226	sent	2026-02-17 01:35:00+00
67787	254	sent	2026-02-17 01:47:00+00
67799	282	sent	2026-02-17 01:59:00+00
67864	17	paid	2026-02-17 03:04:00+00
67876	45	paid	2026-02-17 03:16:00+00
67888	73	paid	2026-02-17 03:28:00+00
67900	101	paid	2026-02-17 03:40:00+00
67912	129	paid	2026-02-17 03:52:00+00
67924	157	paid	2026-02-17 04:04:00+00
67936	185	paid	2026-02-17 04:16:00+00
67948	213	paid	2026-02-17 04:28:00+00
67960	241	paid	2026-02-17 04:40:00+00
67972	269	paid	2026-02-17 04:52:00+00
67984	297	paid	2026-02-17 05:04:00+00
68037	4	new	2026-02-17 05:57:00+00
68049	32	new	2026-02-17 06:09:00+00
68061	60	new	2026-02-17 06:21:00+00
68073	88	new	2026-02-17 06:33:00+00
68085	116	new	2026-02-17 06:45:00+00
68097	144	new	2026-02-17 06:57:00+00
68109	172	new	2026-02-17 07:09:00+00
68121	200	new	2026-02-17 07:21:00+00
68133	228	new	2026-02-17 07:33:00+00
68145	256	new	2026-02-17 07:45:00+00
68157	284	new	2026-02-17 07:57:00+00
68222	19	sent	2026-02-17 09:02:00+00
68234	47	sent	2026-02-17 09:14:00+00
68246	75	sent	2026-02-17 09:26:00+00
68258	103	sent	2026-02-17 09:38:00+00
68270	131	sent	2026-02-17 09:50:00+00
68282	159	sent	2026-02-17 10:02:00+00
68294	187	sent	2026-02-17 10:14:00+00
68306	215	sent	2026-02-17 10:26:00+00
68318	243	sent	2026-02-17 10:38:00+00
68330	271	sent	2026-02-17 10:50:00+00
68342	299	sent	2026-02-17 11:02:00+00
68395	6	paid	2026-02-17 11:55:00+00
68407	34	paid	2026-02-17 12:07:00+00
68419	62	paid	2026-02-17 12:19:00+00
68431	90	paid	2026-02-17 12:31:00+00
68443	118	paid	2026-02-17 12:43:00+00
68455	146	paid	2026-02-17 12:55:00+00
68467	174	paid	2026-02-17 13:07:00+00
68479	202	paid	2026-02-17 13:19:00+00
68491	230	paid	2026-02-17 13:31:00+00
68503	258	paid	2026-02-17 13:43:00+00
68515	286	paid	2026-02-17 13:55:00+00
68580	21	new	2026-02-17 15:00:00+00
68592	49	new	2026-02-17 15:12:00+00
68604	77	new	2026-02-17 15:24:00+00
68616	105	new	2026-02-17 15:36:00+00
68628	133	new	2026-02-17 15:48:00+00
68640	161	new	2026-02-17 16:00:00+00
68652	189	new	2026-02-17 16:12:00+00
68664	217	new	2026-02-17 16:24:00+00
68676	245	new	2026-02-17 16:36:00+00
68688	273	new	2026-02-17 16:48:00+00
68753	8	sent	2026-02-17 17:53:00+00
68765	36	sent	2026-02-17 18:05:00+00
68777	64	sent	2026-02-17 18:17:00+00
68789	92	sent	2026-02-17 18:29:00+00
68801	120	sent	2026-02-17 18:41:00+00
68813	148	sent	2026-02-17 18:53:00+00
68825	176	sent	2026-02-17 19:05:00+00
68837	204	sent	2026-02-17 19:17:00+00
68849	232	sent	2026-02-17 19:29:00+00
68861	260	sent	2026-02-17 19:41:00+00
68873	288	sent	2026-02-17 19:53:00+00
68938	23	paid	2026-02-17 20:58:00+00
68950	51	paid	2026-02-17 21:10:00+00
68962	79	paid	2026-02-17 21:22:00+00
68974	107	paid	2026-02-17 21:34:00+00
68986	135	paid	2026-02-17 21:46:00+00
68998	163	paid	2026-02-17 21:58:00+00
69010	191	paid	2026-02-17 22:10:00+00
69022	219	paid	2026-02-17 22:22:00+00
69034	247	paid	2026-02-17 22:34:00+00
69046	275	paid	2026-02-17 22:46:00+00
69111	10	new	2026-02-17 23:51:00+00
69123	38	new	2026-02-18 00:03:00+00
69135	66	new	2026-02-18 00:15:00+00
69147	94	new	2026-02-18 00:27:00+00
69159	122	new	2026-02-18 00:39:00+00
69171	150	new	2026-02-18 00:51:00+00
69183	178	new	2026-02-18 01:03:00+00
69195	206	new	2026-02-18 01:15:00+00
69207	234	new	2026-02-18 01:27:00+00
69219	262	new	2026-02-18 01:39:00+00
69231	290	new	2026-02-18 01:51:00+00
69296	25	sent	2026-02-18 02:56:00+00
69308	53	sent	2026-02-18 03:08:00+00
69320	81	sent	2026-02-18 03:20:00+00
69332	109	sent	2026-02-18 03:32:00+00
69344	137	sent	2026-02-18 03:44:00+00
69356	165	sent	2026-02-18 03:56:00+00
69368	193	sent	2026-02-18 04:08:00+00
69380	221	sent	2026-02-18 04:20:00+00
69392	249	sent	2026-02-18 04:32:00+00
69404	277	sent	2026-02-18 04:44:00+00
69469	12	paid	2026-02-18 05:49:00+00
69481	40	paid	2026-02-18 06:01:00+00
69493	68	paid	2026-02-18 06:13:00+00
69505	96	paid	2026-02-18 06:25:00+00
69517	124	paid	2026-02-18 06:37:00+00
69529	152	paid	2026-02-18 06:49:00+00
69541	180	paid	2026-02-18 07:01:00+00
69553	208	paid	2026-02-18 07:13:00+00
69565	236	paid	2026-02-18 07:25:00+00
69577	264	paid	2026-02-18 07:37:00+00
69589	292	paid	2026-02-18 07:49:00+00
69654	27	new	2026-02-18 08:54:00+00
69666	55	new	2026-02-18 09:06:00+00
69678	83	new	2026-02-18 09:18:00+00
69690	111	new	2026-02-18 09:30:00+00
69702	139	new	2026-02-18 09:42:00+00
69714	167	new	2026-02-18 09:54:00+00
69726	195	new	2026-02-18 10:06:00+00
69738	223	new	2026-02-18 10:18:00+00
69750	251	new	2026-02-18 10:30:00+00
69762	279	new	2026-02-18 10:42:00+00
69827	14	sent	2026-02-18 11:47:00+00
69839	42	sent	2026-02-18 11:59:00+00
69851	70	sent	2026-02-18 12:11:00+00
69875	126	sent	2026-02-18 12:35:00+00
69887	154	sent	2026-02-18 12:47:00+00
69899	182	sent	2026-02-18 12:59:00+00
69911	210	sent	2026-02-18 13:11:00+00
69923	238	sent	2026-02-18 13:23:00+00
69935	266	sent	2026-02-18 13:35:00+00
69947	294	sent	2026-02-18 13:47:00+00
70000	1	paid	2026-02-18 14:40:00+00
70012	29	paid	2026-02-18 14:52:00+00
70024	57	paid	2026-02-18 15:04:00+00
70036	85	paid	2026-02-18 15:16:00+00
70048	113	paid	2026-02-18 15:28:00+00
70060	141	paid	2026-02-18 15:40:00+00
70072	169	paid	2026-02-18 15:52:00+00
70084	197	paid	2026-02-18 16:04:00+00
70096	225	paid	2026-02-18 16:16:00+00
70108	253	paid	2026-02-18 16:28:00+00
70120	281	paid	2026-02-18 16:40:00+00
70185	16	new	2026-02-18 17:45:00+00
70197	44	new	2026-02-18 17:57:00+00
70209	72	new	2026-02-18 18:09:00+00
70221	100	new	2026-02-18 18:21:00+00
70233	128	new	2026-02-18 18:33:00+00
70245	156	new	2026-02-18 18:45:00+00
70257	184	new	2026-02-18 18:57:00+00
70269	212	new	2026-02-18 19:09:00+00
70281	240	new	2026-02-18 19:21:00+00
70293	268	new	2026-02-18 19:33:00+00
70305	296	new	2026-02-18 19:45:00+00
70358	3	sent	2026-02-18 20:38:00+00
70370	31	sent	2026-02-18 20:50:00+00
70382	59	sent	2026-02-18 21:02:00+00
70394	87	sent	2026-02-18 21:14:00+00
70406	115	sent	2026-02-18 21:26:00+00
70418	143	sent	2026-02-18 21:38:00+00
70430	171	sent	2026-02-18 21:50:00+00
70442	199	sent	2026-02-18 22:02:00+00
70454	227	sent	2026-02-18 22:14:00+00
70466	255	sent	2026-02-18 22:26:00+00
70478	283	sent	2026-02-18 22:38:00+00
70543	18	paid	2026-02-18 23:43:00+00
70555	46	paid	2026-02-18 23:55:00+00
70567	74	paid	2026-02-19 00:07:00+00
70579	102	paid	2026-02-19 00:19:00+00
70591	130	paid	2026-02-19 00:31:00+00
70603	158	paid	2026-02-19 00:43:00+00
70615	186	paid	2026-02-19 00:55:00+00
70627	214	paid	2026-02-19 01:07:00+00
70639	242	paid	2026-02-19 01:19:00+00
70651	270	paid	2026-02-19 01:31:00+00
70663	298	paid	2026-02-19 01:43:00+00
70716	5	new	2026-02-19 02:36:00+00
70728	33	new	2026-02-19 02:48:00+00
70740	61	new	2026-02-19 03:00:00+00
70752	89	new	2026-02-19 03:12:00+00
70764	117	new	2026-02-19 03:24:00+00
70776	145	new	2026-02-19 03:36:00+00
70788	173	new	2026-02-19 03:48:00+00
70800	201	new	2026-02-19 04:00:00+00
70812	229	new	2026-02-19 04:12:00+00
70824	257	new	2026-02-19 04:24:00+00
70836	285	new	2026-02-19 04:36:00+00
70901	20	sent	2026-02-19 05:41:00+00
70913	48	sent	2026-02-19 05:53:00+00
70925	76	sent	2026-02-19 06:05:00+00
70937	104	sent	2026-02-19 06:17:00+00
70949	132	sent	2026-02-19 06:29:00+00
70961	160	sent	2026-02-19 06:41:00+00
70973	188	sent	2026-02-19 06:53:00+00
70985	216	sent	2026-02-19 07:05:00+00
70997	244	sent	2026-02-19 07:17:00+00
71009	272	sent	2026-02-19 07:29:00+00
71021	300	sent	2026-02-19 07:41:00+00
71074	7	paid	2026-02-19 08:34:00+00
71086	35	paid	2026-02-19 08:46:00+00
71098	63	paid	2026-02-19 08:58:00+00
71110	91	paid	2026-02-19 09:10:00+00
71122	119	paid	2026-02-19 09:22:00+00
71134	147	paid	2026-02-19 09:34:00+00
71146	175	paid	2026-02-19 09:46:00+00
71158	203	paid	2026-02-19 09:58:00+00
71170	231	paid	2026-02-19 10:10:00+00
71182	259	paid	2026-02-19 10:22:00+00
71194	287	paid	2026-02-19 10:34:00+00
71259	22	new	2026-02-19 11:39:00+00
71271	50	new	2026-02-19 11:51:00+00
71283	78	new	2026-02-19 12:03:00+00
71295	106	new	2026-02-19 12:15:00+00
71307	134	new	2026-02-19 12:27:00+00
71319	162	new	2026-02-19 12:39:00+00
71331	190	new	2026-02-19 12:51:00+00
71343	218	new	2026-02-19 13:03:00+00
71355	246	new	2026-02-19 13:15:00+00
71367	274	new	2026-02-19 13:27:00+00
71432	9	sent	2026-02-19 14:32:00+00
71444	37	sent	2026-02-19 14:44:00+00
71456	65	sent	2026-02-19 14:56:00+00
71468	93	sent	2026-02-19 15:08:00+00
71480	121	sent	2026-02-19 15:20:00+00
71492	149	sent	2026-02-19 15:32:00+00
71504	177	sent	2026-02-19 15:44:00+00
71516	205	sent	2026-02-19 15:56:00+00
71528	233	sent	2026-02-19 16:08:00+00
71540	261	sent	2026-02-19 16:20:00+00
71552	289	sent	2026-02-19 16:32:00+00
71617	24	paid	2026-02-19 17:37:00+00
71629	52	paid	2026-02-19 17:49:00+00
71641	80	paid	2026-02-19 18:01:00+00
71653	108	paid	2026-02-19 18:13:00+00
71665	136	paid	2026-02-19 18:25:00+00
71677	164	paid	2026-02-19 18:37:00+00
71689	192	paid	2026-02-19 18:49:00+00
71701	220	paid	2026-02-19 19:01:00+00
71713	248	paid	2026-02-19 19:13:00+00
71725	276	paid	2026-02-19 19:25:00+00
71790	11	new	2026-02-19 20:30:00+00
71802	39	new	2026-02-19 20:42:00+00
71814	67	new	2026-02-19 20:54:00+00
71826	95	new	2026-02-19 21:06:00+00
71838	123	new	2026-02-19 21:18:00+00
71850	151	new	2026-02-19 21:30:00+00
71862	179	new	2026-02-19 21:42:00+00
71874	207	new	2026-02-19 21:54:00+00
71886	235	new	2026-02-19 22:06:00+00
71898	263	new	2026-02-19 22:18:00+00
71910	291	new	2026-02-19 22:30:00+00
71975	26	sent	2026-02-19 23:35:00+00
71987	54	sent	2026-02-19 23:47:00+00
71999	82	sent	2026-02-19 23:59:00+00
72011	110	sent	2026-02-20 00:11:00+00
72023	138	sent	2026-02-20 00:23:00+00
72035	166	sent	2026-02-20 00:35:00+00
72047	194	sent	2026-02-20 00:47:00+00
72059	222	sent	2026-02-20 00:59:00+00
72071	250	sent	2026-02-20 01:11:00+00
72083	278	sent	2026-02-20 01:23:00+00
72148	13	paid	2026-02-20 02:28:00+00
72160	41	paid	2026-02-20 02:40:00+00
72172	69	paid	2026-02-20 02:52:00+00
72184	97	paid	2026-02-20 03:04:00+00
72196	125	paid	2026-02-20 03:16:00+00
72208	153	paid	2026-02-20 03:28:00+00
72220	181	paid	2026-02-20 03:40:00+00
72232	209	paid	2026-02-20 03:52:00+00
72244	237	paid	2026-02-20 04:04:00+00
72256	265	paid	2026-02-20 04:16:00+00
72268	293	paid	2026-02-20 04:28:00+00
72333	28	new	2026-02-20 05:33:00+00
72345	56	new	2026-02-20 05:45:00+00
72357	84	new	2026-02-20 05:57:00+00
72369	112	new	2026-02-20 06:09:00+00
72381	140	new	2026-02-20 06:21:00+00
72393	168	new	2026-02-20 06:33:00+00
72405	196	new	2026-02-20 06:45:00+00
72417	224	new	2026-02-20 06:57:00+00
72429	252	new	2026-02-20 07:09:00+00
72441	280	new	2026-02-20 07:21:00+00
72506	15	sent	2026-02-20 08:26:00+00
72518	43	sent	2026-02-20 08:38:00+00
72530	71	sent	2026-02-20 08:50:00+00
72542	99	sent	2026-02-20 09:02:00+00
72554	127	sent	2026-02-20 09:14:00+00
72566	155	sent	2026-02-20 09:26:00+00
72578	183	sent	2026-02-20 09:38:00+00
72590	211	sent	2026-02-20 09:50:00+00
72602	239	sent	2026-02-20 10:02:00+00
72614	267	sent	2026-02-20 10:14:00+00
72626	295	sent	2026-02-20 10:26:00+00
72679	2	paid	2026-02-20 11:19:00+00
72691	30	paid	2026-02-20 11:31:00+00
72703	58	paid	2026-02-20 11:43:00+00
72715	86	paid	2026-02-20 11:55:00+00
72727	114	paid	2026-02-20 12:07:00+00
72739	142	paid	2026-02-20 12:19:00+00
72751	170	paid	2026-02-20 12:31:00+00
72763	198	paid	2026-02-20 12:43:00+00
72775	226	paid	2026-02-20 12:55:00+00
72787	254	paid	2026-02-20 13:07:00+00
72799	282	paid	2026-02-20 13:19:00+00
72864	17	new	2026-02-20 14:24:00+00
72876	45	new	2026-02-20 14:36:00+00
72888	73	new	2026-02-20 14:48:00+00
72900	101	new	2026-02-20 15:00:00+00
72912	129	new	2026-02-20 15:12:00+00
72924	157	new	2026-02-20 15:24:00+00
72936	185	new	2026-02-20 15:36:00+00
72948	213	new	2026-02-20 15:48:00+00
72960	241	new	2026-02-20 16:00:00+00
72972	269	new	2026-02-20 16:12:00+00
72984	297	new	2026-02-20 16:24:00+00
73037	4	sent	2026-02-20 17:17:00+00
73049	32	sent	2026-02-20 17:29:00+00
73061	60	sent	2026-02-20 17:41:00+00
73073	88	sent	2026-02-20 17:53:00+00
73085	116	sent	2026-02-20 18:05:00+00
73097	144	sent	2026-02-20 18:17:00+00
73109	172	sent	2026-02-20 18:29:00+00
73121	200	sent	2026-02-20 18:41:00+00
73133	228	sent	2026-02-20 18:53:00+00
73145	256	sent	2026-02-20 19:05:00+00
73157	284	sent	2026-02-20 19:17:00+00
73222	19	paid	2026-02-20 20:22:00+00
73234	47	paid	2026-02-20 20:34:00+00
73246	75	paid	2026-02-20 20:46:00+00
73258	103	paid	2026-02-20 20:58:00+00
73270	131	paid	2026-02-20 21:10:00+00
73282	159	paid	2026-02-20 21:22:00+00
73294	187	paid	2026-02-20 21:34:00+00
73306	215	paid	2026-02-20 21:46:00+00
73318	243	paid	2026-02-20 21:58:00+00
73330	271	paid	2026-02-20 22:10:00+00
73342	299	paid	2026-02-20 22:22:00+00
73395	6	new	2026-02-20 23:15:00+00
73407	34	new	2026-02-20 23:27:00+00
73419	62	new	2026-02-20 23:39:00+00
73431	90	new	2026-02-20 23:51:00+00
73443	118	new	2026-02-21 00:03:00+00
73455	146	new	2026-02-21 00:15:00+00
73467	174	new	2026-02-21 00:27:00+00
73479	202	new	2026-02-21 00:39:00+00
73491	230	new	2026-02-21 00:51:00+00
73503	258	new	2026-02-21 01:03:00+00
73515	286	new	2026-02-21 01:15:00+00
73580	21	sent	2026-02-21 02:20:00+00
73592	49	sent	2026-02-21 02:32:00+00
73604	77	sent	2026-02-21 02:44:00+00
73616	105	sent	2026-02-21 02:56:00+00
73628	133	sent	2026-02-21 03:08:00+00
73640	161	sent	2026-02-21 03:20:00+00
73652	189	sent	2026-02-21 03:32:00+00
73664	217	sent	2026-02-21 03:44:00+00
73676	245	sent	2026-02-21 03:56:00+00
73688	273	sent	2026-02-21 04:08:00+00
73753	8	paid	2026-02-21 05:13:00+00
73765	36	paid	2026-02-21 05:25:00+00
73777	64	paid	2026-02-21 05:37:00+00
73789	92	paid	2026-02-21 05:49:00+00
73801	120	paid	2026-02-21 06:01:00+00
73813	148	paid	2026-02-21 06:13:00+00
73825	176	paid	2026-02-21 06:25:00+00
73837	204	paid	2026-02-21 06:37:00+00
73849	232	paid	2026-02-21 06:49:00+00
73861	260	paid	2026-02-21 07:01:00+00
73873	288	paid	2026-02-21 07:13:00+00
73938	23	new	2026-02-21 08:18:00+00
73950	51	new	2026-02-21 08:30:00+00
73962	79	new	2026-02-21 08:42:00+00
73974	107	new	2026-02-21 08:54:00+00
73986	135	new	2026-02-21 09:06:00+00
73998	163	new	2026-02-21 09:18:00+00
74010	191	new	2026-02-21 09:30:00+00
74022	219	new	2026-02-21 09:42:00+00
74034	247	new	2026-02-21 09:54:00+00
74046	275	new	2026-02-21 10:06:00+00
74111	10	sent	2026-02-21 11:11:00+00
74123	38	sent	2026-02-21 11:23:00+00
74135	66	sent	2026-02-21 11:35:00+00
74147	94	sent	2026-02-21 11:47:00+00
74159	122	sent	2026-02-21 11:59:00+00
74171	150	sent	2026-02-21 12:11:00+00
74183	178	sent	2026-02-21 12:23:00+00
74195	206	sent	2026-02-21 12:35:00+00
74207	234	sent	2026-02-21 12:47:00+00
74219	262	sent	2026-02-21 12:59:00+00
74231	290	sent	2026-02-21 13:11:00+00
74296	25	paid	2026-02-21 14:16:00+00
74308	53	paid	2026-02-21 14:28:00+00
74320	81	paid	2026-02-21 14:40:00+00
74332	109	paid	2026-02-21 14:52:00+00
74344	137	paid	2026-02-21 15:04:00+00
74356	165	paid	2026-02-21 15:16:00+00
74368	193	paid	2026-02-21 15:28:00+00
74380	221	paid	2026-02-21 15:40:00+00
74392	249	paid	2026-02-21 15:52:00+00
74404	277	paid	2026-02-21 16:04:00+00
74469	12	new	2026-02-21 17:09:00+00
74481	40	new	2026-02-21 17:21:00+00
74493	68	new	2026-02-21 17:33:00+00
74505	96	new	2026-02-21 17:45:00+00
74517	124	new	2026-02-21 17:57:00+00
74529	152	new	2026-02-21 18:09:00+00
74541	180	new	2026-02-21 18:21:00+00
74553	208	new	2026-02-21 18:33:00+00
74565	236	new	2026-02-21 18:45:00+00
74577	264	new	2026-02-21 18:57:00+00
74589	292	new	2026-02-21 19:09:00+00
74654	27	sent	2026-02-21 20:14:00+00
74666	55	sent	2026-02-21 20:26:00+00
74678	83	sent	2026-02-21 20:38:00+00
74690	111	sent	2026-02-21 20:50:00+00
74702	139	sent	2026-02-21 21:02:00+00
74714	167	sent	2026-02-21 21:14:00+00
74726	195	sent	2026-02-21 21:26:00+00
74738	223	sent	2026-02-21 21:38:00+00
74750	251	sent	2026-02-21 21:50:00+00
74762	279	sent	2026-02-21 22:02:00+00
74827	14	paid	2026-02-21 23:07:00+00
74839	42	paid	2026-02-21 23:19:00+00
74851	70	paid	2026-02-21 23:31:00+00
74875	126	paid	2026-02-21 23:55:00+00
74887	154	paid	2026-02-22 00:07:00+00
74899	182	paid	2026-02-22 00:19:00+00
74911	210	paid	2026-02-22 00:31:00+00
74923	238	paid	2026-02-22 00:43:00+00
74935	266	paid	2026-02-22 00:55:00+00
74947	294	paid	2026-02-22 01:07:00+00
75000	1	new	2026-02-22 02:00:00+00
75012	29	new	2026-02-22 02:12:00+00
75024	57	new	2026-02-22 02:24:00+00
75036	85	new	2026-02-22 02:36:00+00
75048	113	new	2026-02-22 02:48:00+00
75060	141	new	2026-02-22 03:00:00+00
75072	169	new	2026-02-22 03:12:00+00
75084	197	new	2026-02-22 03:24:00+00
75096	225	new	2026-02-22 03:36:00+00
75108	253	new	2026-02-22 03:48:00+00
75120	281	new	2026-02-22 04:00:00+00
75185	16	sent	2026-02-22 05:05:00+00
75197	44	sent	2026-02-22 05:17:00+00
75209	72	sent	2026-02-22 05:29:00+00
75221	100	sent	2026-02-22 05:41:00+00
75233	128	sent	2026-02-22 05:53:00+00
75245	156	sent	2026-02-22 06:05:00+00
75257	184	sent	2026-02-22 06:17:00+00
75269	212	sent	2026-02-22 06:29:00+00
75281	240	sent	2026-02-22 06:41:00+00
75293	268	sent	2026-02-22 06:53:00+00
75305	296	sent	2026-02-22 07:05:00+00
75358	3	paid	2026-02-22 07:58:00+00
75370	31	paid	2026-02-22 08:10:00+00
75382	59	paid	2026-02-22 08:22:00+00
75394	87	paid	2026-02-22 08:34:00+00
75406	115	paid	2026-02-22 08:46:00+00
75418	143	paid	2026-02-22 08:58:00+00
75430	171	paid	2026-02-22 09:10:00+00
75442	199	paid	2026-02-22 09:22:00+00
75454	227	paid	2026-02-22 09:34:00+00
75466	255	paid	2026-02-22 09:46:00+00
75478	283	paid	2026-02-22 09:58:00+00
75543	18	new	2026-02-22 11:03:00+00
75555	46	new	2026-02-22 11:15:00+00
75567	74	new	2026-02-22 11:27:00+00
75579	102	new	2026-02-22 11:39:00+00
75591	130	new	2026-02-22 11:51:00+00
75603	158	new	2026-02-22 12:03:00+00
75615	186	new	2026-02-22 12:15:00+00
75627	214	new	2026-02-22 12:27:00+00
75639	242	new	2026-02-22 12:39:00+00
75651	270	new	2026-02-22 12:51:00+00
75663	298	new	2026-02-22 13:03:00+00
75716	5	sent	2026-02-22 13:56:00+00
75728	33	sent	2026-02-22 14:08:00+00
75740	61	sent	2026-02-22 14:20:00+00
75752	89	sent	2026-02-22 14:32:00+00
75764	117	sent	2026-02-22 14:44:00+00
75776	145	sent	2026-02-22 14:56:00+00
75788	173	sent	2026-02-22 15:08:00+00
75800	201	sent	2026-02-22 15:20:00+00
75812	229	sent	2026-02-22 15:32:00+00
75824	257	sent	2026-02-22 15:44:00+00
75836	285	sent	2026-02-22 15:56:00+00
75901	20	paid	2026-02-22 17:01:00+00
75913	48	paid	2026-02-22 17:13:00+00
75925	76	paid	2026-02-22 17:25:00+00
75937	104	paid	2026-02-22 17:37:00+00
75949	132	paid	2026-02-22 17:49:00+00
75961	160	paid	2026-02-22 18:01:00+00
75973	188	paid	2026-02-22 18:13:00+00
75985	216	paid	2026-02-22 18:25:00+00
75997	244	paid	2026-02-22 18:37:00+00
76009	272	paid	2026-02-22 18:49:00+00
76021	300	paid	2026-02-22 19:01:00+00
76074	7	new	2026-02-22 19:54:00+00
76086	35	new	2026-02-22 20:06:00+00
76098	63	new	2026-02-22 20:18:00+00
76110	91	new	2026-02-22 20:30:00+00
76122	119	new	2026-02-22 20:42:00+00
76134	147	new	2026-02-22 20:54:00+00
76146	175	new	2026-02-22 21:06:00+00
76158	203	new	2026-02-22 21:18:00+00
76170	231	new	2026-02-22 21:30:00+00
76182	259	new	2026-02-22 21:42:00+00
76194	287	new	2026-02-22 21:54:00+00
76259	22	sent	2026-02-22 22:59:00+00
76271	50	sent	2026-02-22 23:11:00+00
76283	78	sent	2026-02-22 23:23:00+00
76295	106	sent	2026-02-22 23:35:00+00
76307	134	sent	2026-02-22 23:47:00+00
76319	162	sent	2026-02-22 23:59:00+00
76331	190	sent	2026-02-23 00:11:00+00
76343	218	sent	2026-02-23 00:23:00+00
76355	246	sent	2026-02-23 00:35:00+00
76367	274	sent	2026-02-23 00:47:00+00
76432	9	paid	2026-02-23 01:52:00+00
76444	37	paid	2026-02-23 02:04:00+00
76456	65	paid	2026-02-23 02:16:00+00
76468	93	paid	2026-02-23 02:28:00+00
76480	121	paid	2026-02-23 02:40:00+00
76492	149	paid	2026-02-23 02:52:00+00
76504	177	paid	2026-02-23 03:04:00+00
76516	205	paid	2026-02-23 03:16:00+00
76528	233	paid	2026-02-23 03:28:00+00
76540	261	paid	2026-02-23 03:40:00+00
76552	289	paid	2026-02-23 03:52:00+00
76617	24	new	2026-02-23 04:57:00+00
76629	52	new	2026-02-23 05:09:00+00
76641	80	new	2026-02-23 05:21:00+00
76653	108	new	2026-02-23 05:33:00+00
76665	136	new	2026-02-23 05:45:00+00
76677	164	new	2026-02-23 05:57:00+00
76689	192	new	2026-02-23 06:09:00+00
76701	220	new	2026-02-23 06:21:00+00
76713	248	new	2026-02-23 06:33:00+00
76725	276	new	2026-02-23 06:45:00+00
76790	11	sent	2026-02-23 07:50:00+00
76802	39	sent	2026-02-23 08:02:00+00
76814	67	sent	2026-02-23 08:14:00+00
76826	95	sent	2026-02-23 08:26:00+00
76838	123	sent	2026-02-23 08:38:00+00
76850	151	sent	2026-02-23 08:50:00+00
76862	179	sent	2026-02-23 09:02:00+00
76874	207	sent	2026-02-23 09:14:00+00
76886	235	sent	2026-02-23 09:26:00+00
76898	263	sent	2026-02-23 09:38:00+00
76910	291	sent	2026-02-23 09:50:00+00
76975	26	paid	2026-02-23 10:55:00+00
76987	54	paid	2026-02-23 11:07:00+00
76999	82	paid	2026-02-23 11:19:00+00
77011	110	paid	2026-02-23 11:31:00+00
77023	138	paid	2026-02-23 11:43:00+00
77035	166	paid	2026-02-23 11:55:00+00
77047	194	paid	2026-02-23 12:07:00+00
77059	222	paid	2026-02-23 12:19:00+00
77071	250	paid	2026-02-23 12:31:00+00
77083	278	paid	2026-02-23 12:43:00+00
77148	13	new	2026-02-23 13:48:00+00
77160	41	new	2026-02-23 14:00:00+00
77172	69	new	2026-02-23 14:12:00+00
77184	97	new	2026-02-23 14:24:00+00
77196	125	new	2026-02-23 14:36:00+00
77208	153	new	2026-02-23 14:48:00+00
77220	181	new	2026-02-23 15:00:00+00
77232	209	new	2026-02-23 15:12:00+00
77244	237	new	2026-02-23 15:24:00+00
77256	265	new	2026-02-23 15:36:00+00
77268	293	new	2026-02-23 15:48:00+00
77333	28	sent	2026-02-23 16:53:00+00
77345	56	sent	2026-02-23 17:05:00+00
77357	84	sent	2026-02-23 17:17:00+00
77369	112	sent	2026-02-23 17:29:00+00
77381	140	sent	2026-02-23 17:41:00+00
77393	168	sent	2026-02-23 17:53:00+00
77405	196	sent	2026-02-23 18:05:00+00
77417	224	sent	2026-02-23 18:17:00+00
77429	252	sent	2026-02-23 18:29:00+00
77441	280	sent	2026-02-23 18:41:00+00
77506	15	paid	2026-02-23 19:46:00+00
77518	43	paid	2026-02-23 19:58:00+00
77530	71	paid	2026-02-23 20:10:00+00
77542	99	paid	2026-02-23 20:22:00+00
77554	127	paid	2026-02-23 20:34:00+00
77566	155	paid	2026-02-23 20:46:00+00
77578	183	paid	2026-02-23 20:58:00+00
77590	211	paid	2026-02-23 21:10:00+00
77602	239	paid	2026-02-23 21:22:00+00
77614	267	paid	2026-02-23 21:34:00+00
77626	295	paid	2026-02-23 21:46:00+00
77679	2	new	2026-02-23 22:39:00+00
77691	30	new	2026-02-23 22:51:00+00
77703	58	new	2026-02-23 23:03:00+00
77715	86	new	2026-02-23 23:15:00+00
77727	114	new	2026-02-23 23:27:00+00
77739	142	new	2026-02-23 23:39:00+00
77751	170	new	2026-02-23 23:51:00+00
77763	198	new	2026-02-24 00:03:00+00
77775	226	new	2026-02-24 00:15:00+00
77787	254	new	2026-02-24 00:27:00+00
77799	282	new	2026-02-24 00:39:00+00
77864	17	sent	2026-02-24 01:44:00+00
77876	45	sent	2026-02-24 01:56:00+00
77888	73	sent	2026-02-24 02:08:00+00
77900	101	sent	2026-02-24 02:20:00+00
77912	129	sent	2026-02-24 02:32:00+00
77924	157	sent	2026-02-24 02:44:00+00
77936	185	sent	2026-02-24 02:56:00+00
77948	213	sent	2026-02-24 03:08:00+00
77960	241	sent	2026-02-24 03:20:00+00
77972	269	sent	2026-02-24 03:32:00+00
77984	297	sent	2026-02-24 03:44:00+00
78037	4	paid	2026-02-24 04:37:00+00
78049	32	paid	2026-02-24 04:49:00+00
78061	60	paid	2026-02-24 05:01:00+00
78073	88	paid	2026-02-24 05:13:00+00
78085	116	paid	2026-02-24 05:25:00+00
78097	144	paid	2026-02-24 05:37:00+00
78109	172	paid	2026-02-24 05:49:00+00
78121	200	paid	2026-02-24 06:01:00+00
78133	228	paid	2026-02-24 06:13:00+00
78145	256	paid	2026-02-24 06:25:00+00
78157	284	paid	2026-02-24 06:37:00+00
78222	19	new	2026-02-24 07:42:00+00
78234	47	new	2026-02-24 07:54:00+00
78246	75	new	2026-02-24 08:06:00+00
78258	103	new	2026-02-24 08:18:00+00
78270	131	new	2026-02-24 08:30:00+00
78282	159	new	2026-02-24 08:42:00+00
78294	187	new	2026-02-24 08:54:00+00
78306	215	new	2026-02-24 09:06:00+00
78318	243	new	2026-02-24 09:18:00+00
78330	271	new	2026-02-24 09:30:00+00
78342	299	new	2026-02-24 09:42:00+00
78395	6	sent	2026-02-24 10:35:00+00
78407	34	sent	2026-02-24 10:47:00+00
78419	62	sent	2026-02-24 10:59:00+00
78431	90	sent	2026-02-24 11:11:00+00
78443	118	sent	2026-02-24 11:23:00+00
78455	146	sent	2026-02-24 11:35:00+00
78467	174	sent	2026-02-24 11:47:00+00
78479	202	sent	2026-02-24 11:59:00+00
78491	230	sent	2026-02-24 12:11:00+00
78503	258	sent	2026-02-24 12:23:00+00
78515	286	sent	2026-02-24 12:35:00+00
78580	21	paid	2026-02-24 13:40:00+00
78592	49	paid	2026-02-24 13:52:00+00
78604	77	paid	2026-02-24 14:04:00+00
78616	105	paid	2026-02-24 14:16:00+00
78628	133	paid	2026-02-24 14:28:00+00
78640	161	paid	2026-02-24 14:40:00+00
78652	189	paid	2026-02-24 14:52:00+00
78664	217	paid	2026-02-24 15:04:00+00
78676	245	paid	2026-02-24 15:16:00+00
78688	273	paid	2026-02-24 15:28:00+00
78753	8	new	2026-02-24 16:33:00+00
78765	36	new	2026-02-24 16:45:00+00
78777	64	new	2026-02-24 16:57:00+00
78789	92	new	2026-02-24 17:09:00+00
78801	120	new	2026-02-24 17:21:00+00
78813	148	new	2026-02-24 17:33:00+00
78825	176	new	2026-02-24 17:45:00+00
78837	204	new	2026-02-24 17:57:00+00
78849	232	new	2026-02-24 18:09:00+00
78861	260	new	2026-02-24 18:21:00+00
78873	288	new	2026-02-24 18:33:00+00
78938	23	sent	2026-02-24 19:38:00+00
78950	51	sent	2026-02-24 19:50:00+00
78962	79	sent	2026-02-24 20:02:00+00
78974	107	sent	2026-02-24 20:14:00+00
78986	135	sent	2026-02-24 20:26:00+00
78998	163	sent	2026-02-24 20:38:00+00
79010	191	sent	2026-02-24 20:50:00+00
79022	219	sent	2026-02-24 21:02:00+00
79034	247	sent	2026-02-24 21:14:00+00
79046	275	sent	2026-02-24 21:26:00+00
79111	10	paid	2026-02-24 22:31:00+00
79123	38	paid	2026-02-24 22:43:00+00
79135	66	paid	2026-02-24 22:55:00+00
79147	94	paid	2026-02-24 23:07:00+00
79159	122	paid	2026-02-24 23:19:00+00
79171	150	paid	2026-02-24 23:31:00+00
79183	178	paid	2026-02-24 23:43:00+00
79195	206	paid	2026-02-24 23:55:00+00
79207	234	paid	2026-02-25 00:07:00+00
79219	262	paid	2026-02-25 00:19:00+00
79231	290	paid	2026-02-25 00:31:00+00
79296	25	new	2026-02-25 01:36:00+00
79308	53	new	2026-02-25 01:48:00+00
79320	81	new	2026-02-25 02:00:00+00
79332	109	new	2026-02-25 02:12:00+00
79344	137	new	2026-02-25 02:24:00+00
79356	165	new	2026-02-25 02:36:00+00
79368	193	new	2026-02-25 02:48:00+00
79380	221	new	2026-02-25 03:00:00+00
79392	249	new	2026-02-25 03:12:00+00
79404	277	new	2026-02-25 03:24:00+00
79469	12	sent	2026-02-25 04:29:00+00
79481	40	sent	2026-02-25 04:41:00+00
79493	68	sent	2026-02-25 04:53:00+00
79500	501	new	2026-02-25 05:00:00+00
79501	3420	paid	2026-02-25 05:01:00+00
79502	1339	sent	2026-02-25 05:02:00+00
79503	4258	new	2026-02-25 05:03:00+00
79504	2177	paid	2026-02-25 05:04:00+00
79505	96	sent	2026-02-25 05:05:00+00
79506	3015	new	2026-02-25 05:06:00+00
79507	934	paid	2026-02-25 05:07:00+00
79508	3853	sent	2026-02-25 05:08:00+00
79509	1772	new	2026-02-25 05:09:00+00
79510	4691	paid	2026-02-25 05:10:00+00
79511	2610	sent	2026-02-25 05:11:00+00
79513	3448	paid	2026-02-25 05:13:00+00
79514	1367	sent	2026-02-25 05:14:00+00
79515	4286	new	2026-02-25 05:15:00+00
79516	2205	paid	2026-02-25 05:16:00+00
79517	124	sent	2026-02-25 05:17:00+00
79518	3043	new	2026-02-25 05:18:00+00
79519	962	paid	2026-02-25 05:19:00+00
79520	3881	sent	2026-02-25 05:20:00+00
79522	4719	paid	2026-02-25 05:22:00+00
79523	2638	sent	2026-02-25 05:23:00+00
79524	557	new	2026-02-25 05:24:00+00
79525	3476	paid	2026-02-25 05:25:00+00
79527	4314	new	2026-02-25 05:27:00+00
79528	2233	paid	2026-02-25 05:28:00+00
79529	152	sent	2026-02-25 05:29:00+00
79530	3071	new	2026-02-25 05:30:00+00
79531	990	paid	2026-02-25 05:31:00+00
79532	3909	sent	2026-02-25 05:32:00+00
79533	1828	new	2026-02-25 05:33:00+00
79534	4747	paid	2026-02-25 05:34:00+00
79535	2666	sent	2026-02-25 05:35:00+00
79536	585	new	2026-02-25 05:36:00+00
79537	3504	paid	2026-02-25 05:37:00+00
79538	1423	sent	2026-02-25 05:38:00+00
79539	4342	new	2026-02-25 05:39:00+00
79540	2261	paid	2026-02-25 05:40:00+00
79541	180	sent	2026-02-25 05:41:00+00
79542	3099	new	2026-02-25 05:42:00+00
79543	1018	paid	2026-02-25 05:43:00+00
79544	3937	sent	2026-02-25 05:44:00+00
79545	1856	new	2026-02-25 05:45:00+00
79546	4775	paid	2026-02-25 05:46:00+00
79547	2694	sent	2026-02-25 05:47:00+00
79548	613	new	2026-02-25 05:48:00+00
79549	3532	paid	2026-02-25 05:49:00+00
79550	1451	sent	2026-02-25 05:50:00+00
79551	4370	new	2026-02-25 05:51:00+00
79552	2289	paid	2026-02-25 05:52:00+00
79553	208	sent	2026-02-25 05:53:00+00
79554	3127	new	2026-02-25 05:54:00+00
79555	1046	paid	2026-02-25 05:55:00+00
79556	3965	sent	2026-02-25 05:56:00+00
79557	1884	new	2026-02-25 05:57:00+00
79558	4803	paid	2026-02-25 05:58:00+00
79559	2722	sent	2026-02-25 05:59:00+00
79560	641	new	2026-02-25 06:00:00+00
79561	3560	paid	2026-02-25 06:01:00+00
79562	1479	sent	2026-02-25 06:02:00+00
79563	4398	new	2026-02-25 06:03:00+00
79564	2317	paid	2026-02-25 06:04:00+00
79565	236	sent	2026-02-25 06:05:00+00
79566	3155	new	2026-02-25 06:06:00+00
79567	1074	paid	2026-02-25 06:07:00+00
79568	3993	sent	2026-02-25 06:08:00+00
79569	1912	new	2026-02-25 06:09:00+00
79570	4831	paid	2026-02-25 06:10:00+00
79571	2750	sent	2026-02-25 06:11:00+00
79572	669	new	2026-02-25 06:12:00+00
79573	3588	paid	2026-02-25 06:13:00+00
79574	1507	sent	2026-02-25 06:14:00+00
79575	4426	new	2026-02-25 06:15:00+00
79576	2345	paid	2026-02-25 06:16:00+00
79577	264	sent	2026-02-25 06:17:00+00
79578	3183	new	2026-02-25 06:18:00+00
79579	1102	paid	2026-02-25 06:19:00+00
79580	4021	sent	2026-02-25 06:20:00+00
79581	1940	new	2026-02-25 06:21:00+00
79582	4859	paid	2026-02-25 06:22:00+00
79583	2778	sent	2026-02-25 06:23:00+00
79584	697	new	2026-02-25 06:24:00+00
79585	3616	paid	2026-02-25 06:25:00+00
79586	1535	sent	2026-02-25 06:26:00+00
79587	4454	new	2026-02-25 06:27:00+00
79588	2373	paid	2026-02-25 06:28:00+00
79589	292	sent	2026-02-25 06:29:00+00
79590	3211	new	2026-02-25 06:30:00+00
79591	1130	paid	2026-02-25 06:31:00+00
79592	4049	sent	2026-02-25 06:32:00+00
79593	1968	new	2026-02-25 06:33:00+00
79594	4887	paid	2026-02-25 06:34:00+00
79595	2806	sent	2026-02-25 06:35:00+00
79596	725	new	2026-02-25 06:36:00+00
79597	3644	paid	2026-02-25 06:37:00+00
79598	1563	sent	2026-02-25 06:38:00+00
79599	4482	new	2026-02-25 06:39:00+00
79600	2401	paid	2026-02-25 06:40:00+00
79601	320	sent	2026-02-25 06:41:00+00
79602	3239	new	2026-02-25 06:42:00+00
79603	1158	paid	2026-02-25 06:43:00+00
79604	4077	sent	2026-02-25 06:44:00+00
79605	1996	new	2026-02-25 06:45:00+00
79606	4915	paid	2026-02-25 06:46:00+00
79607	2834	sent	2026-02-25 06:47:00+00
79608	753	new	2026-02-25 06:48:00+00
79609	3672	paid	2026-02-25 06:49:00+00
79610	1591	sent	2026-02-25 06:50:00+00
79611	4510	new	2026-02-25 06:51:00+00
79612	2429	paid	2026-02-25 06:52:00+00
79613	348	sent	2026-02-25 06:53:00+00
79614	3267	new	2026-02-25 06:54:00+00
79615	1186	paid	2026-02-25 06:55:00+00
79616	4105	sent	2026-02-25 06:56:00+00
79617	2024	new	2026-02-25 06:57:00+00
79618	4943	paid	2026-02-25 06:58:00+00
79619	2862	sent	2026-02-25 06:59:00+00
79620	781	new	2026-02-25 07:00:00+00
79621	3700	paid	2026-02-25 07:01:00+00
79622	1619	sent	2026-02-25 07:02:00+00
79623	4538	new	2026-02-25 07:03:00+00
79624	2457	paid	2026-02-25 07:04:00+00
79626	3295	new	2026-02-25 07:06:00+00
79627	1214	paid	2026-02-25 07:07:00+00
79628	4133	sent	2026-02-25 07:08:00+00
79629	2052	new	2026-02-25 07:09:00+00
79630	4971	paid	2026-02-25 07:10:00+00
79631	2890	sent	2026-02-25 07:11:00+00
79632	809	new	2026-02-25 07:12:00+00
79633	3728	paid	2026-02-25 07:13:00+00
79634	1647	sent	2026-02-25 07:14:00+00
79635	4566	new	2026-02-25 07:15:00+00
79636	2485	paid	2026-02-25 07:16:00+00
79637	404	sent	2026-02-25 07:17:00+00
79638	3323	new	2026-02-25 07:18:00+00
79639	1242	paid	2026-02-25 07:19:00+00
79640	4161	sent	2026-02-25 07:20:00+00
79641	2080	new	2026-02-25 07:21:00+00
79642	4999	paid	2026-02-25 07:22:00+00
79643	2918	sent	2026-02-25 07:23:00+00
79644	837	new	2026-02-25 07:24:00+00
79645	3756	paid	2026-02-25 07:25:00+00
79646	1675	sent	2026-02-25 07:26:00+00
79647	4594	new	2026-02-25 07:27:00+00
79648	2513	paid	2026-02-25 07:28:00+00
79649	432	sent	2026-02-25 07:29:00+00
79650	3351	new	2026-02-25 07:30:00+00
79651	1270	paid	2026-02-25 07:31:00+00
79652	4189	sent	2026-02-25 07:32:00+00
79653	2108	new	2026-02-25 07:33:00+00
79654	27	paid	2026-02-25 07:34:00+00
79655	2946	sent	2026-02-25 07:35:00+00
79656	865	new	2026-02-25 07:36:00+00
79657	3784	paid	2026-02-25 07:37:00+00
79658	1703	sent	2026-02-25 07:38:00+00
79659	4622	new	2026-02-25 07:39:00+00
79660	2541	paid	2026-02-25 07:40:00+00
79661	460	sent	2026-02-25 07:41:00+00
79662	3379	new	2026-02-25 07:42:00+00
79663	1298	paid	2026-02-25 07:43:00+00
79664	4217	sent	2026-02-25 07:44:00+00
79665	2136	new	2026-02-25 07:45:00+00
79666	55	paid	2026-02-25 07:46:00+00
79667	2974	sent	2026-02-25 07:47:00+00
79668	893	new	2026-02-25 07:48:00+00
79669	3812	paid	2026-02-25 07:49:00+00
79670	1731	sent	2026-02-25 07:50:00+00
79671	4650	new	2026-02-25 07:51:00+00
79672	2569	paid	2026-02-25 07:52:00+00
79673	488	sent	2026-02-25 07:53:00+00
79674	3407	new	2026-02-25 07:54:00+00
79675	1326	paid	2026-02-25 07:55:00+00
79676	4245	sent	2026-02-25 07:56:00+00
79677	2164	new	2026-02-25 07:57:00+00
79678	83	paid	2026-02-25 07:58:00+00
79679	3002	sent	2026-02-25 07:59:00+00
79680	921	new	2026-02-25 08:00:00+00
79681	3840	paid	2026-02-25 08:01:00+00
79682	1759	sent	2026-02-25 08:02:00+00
79683	4678	new	2026-02-25 08:03:00+00
79684	2597	paid	2026-02-25 08:04:00+00
79685	516	sent	2026-02-25 08:05:00+00
79686	3435	new	2026-02-25 08:06:00+00
79687	1354	paid	2026-02-25 08:07:00+00
79688	4273	sent	2026-02-25 08:08:00+00
79689	2192	new	2026-02-25 08:09:00+00
79690	111	paid	2026-02-25 08:10:00+00
79691	3030	sent	2026-02-25 08:11:00+00
79692	949	new	2026-02-25 08:12:00+00
79693	3868	paid	2026-02-25 08:13:00+00
79694	1787	sent	2026-02-25 08:14:00+00
79695	4706	new	2026-02-25 08:15:00+00
79696	2625	paid	2026-02-25 08:16:00+00
79697	544	sent	2026-02-25 08:17:00+00
79698	3463	new	2026-02-25 08:18:00+00
79699	1382	paid	2026-02-25 08:19:00+00
79700	4301	sent	2026-02-25 08:20:00+00
79701	2220	new	2026-02-25 08:21:00+00
79702	139	paid	2026-02-25 08:22:00+00
79703	3058	sent	2026-02-25 08:23:00+00
79704	977	new	2026-02-25 08:24:00+00
79705	3896	paid	2026-02-25 08:25:00+00
79706	1815	sent	2026-02-25 08:26:00+00
79707	4734	new	2026-02-25 08:27:00+00
79708	2653	paid	2026-02-25 08:28:00+00
79709	572	sent	2026-02-25 08:29:00+00
79710	3491	new	2026-02-25 08:30:00+00
79711	1410	paid	2026-02-25 08:31:00+00
79712	4329	sent	2026-02-25 08:32:00+00
79713	2248	new	2026-02-25 08:33:00+00
79714	167	paid	2026-02-25 08:34:00+00
79715	3086	sent	2026-02-25 08:35:00+00
79716	1005	new	2026-02-25 08:36:00+00
79717	3924	paid	2026-02-25 08:37:00+00
79718	1843	sent	2026-02-25 08:38:00+00
79719	4762	new	2026-02-25 08:39:00+00
79720	2681	paid	2026-02-25 08:40:00+00
79721	600	sent	2026-02-25 08:41:00+00
79722	3519	new	2026-02-25 08:42:00+00
79723	1438	paid	2026-02-25 08:43:00+00
79724	4357	sent	2026-02-25 08:44:00+00
79725	2276	new	2026-02-25 08:45:00+00
79726	195	paid	2026-02-25 08:46:00+00
79727	3114	sent	2026-02-25 08:47:00+00
79728	1033	new	2026-02-25 08:48:00+00
79729	3952	paid	2026-02-25 08:49:00+00
79730	1871	sent	2026-02-25 08:50:00+00
79731	4790	new	2026-02-25 08:51:00+00
79732	2709	paid	2026-02-25 08:52:00+00
79733	628	sent	2026-02-25 08:53:00+00
79734	3547	new	2026-02-25 08:54:00+00
79735	1466	paid	2026-02-25 08:55:00+00
79736	4385	sent	2026-02-25 08:56:00+00
79737	2304	new	2026-02-25 08:57:00+00
79738	223	paid	2026-02-25 08:58:00+00
79739	3142	sent	2026-02-25 08:59:00+00
79740	1061	new	2026-02-25 09:00:00+00
79741	3980	paid	2026-02-25 09:01:00+00
79742	1899	sent	2026-02-25 09:02:00+00
79743	4818	new	2026-02-25 09:03:00+00
79744	2737	paid	2026-02-25 09:04:00+00
79745	656	sent	2026-02-25 09:05:00+00
79746	3575	new	2026-02-25 09:06:00+00
79747	1494	paid	2026-02-25 09:07:00+00
79748	4413	sent	2026-02-25 09:08:00+00
79749	2332	new	2026-02-25 09:09:00+00
79750	251	paid	2026-02-25 09:10:00+00
79751	3170	sent	2026-02-25 09:11:00+00
79752	1089	new	2026-02-25 09:12:00+00
79753	4008	paid	2026-02-25 09:13:00+00
79754	1927	sent	2026-02-25 09:14:00+00
79755	4846	new	2026-02-25 09:15:00+00
79756	2765	paid	2026-02-25 09:16:00+00
79757	684	sent	2026-02-25 09:17:00+00
79758	3603	new	2026-02-25 09:18:00+00
79759	1522	paid	2026-02-25 09:19:00+00
79760	4441	sent	2026-02-25 09:20:00+00
79761	2360	new	2026-02-25 09:21:00+00
79762	279	paid	2026-02-25 09:22:00+00
79763	3198	sent	2026-02-25 09:23:00+00
79764	1117	new	2026-02-25 09:24:00+00
79765	4036	paid	2026-02-25 09:25:00+00
79766	1955	sent	2026-02-25 09:26:00+00
79767	4874	new	2026-02-25 09:27:00+00
79768	2793	paid	2026-02-25 09:28:00+00
79769	712	sent	2026-02-25 09:29:00+00
79770	3631	new	2026-02-25 09:30:00+00
79771	1550	paid	2026-02-25 09:31:00+00
79772	4469	sent	2026-02-25 09:32:00+00
79773	2388	new	2026-02-25 09:33:00+00
79774	307	paid	2026-02-25 09:34:00+00
79775	3226	sent	2026-02-25 09:35:00+00
79776	1145	new	2026-02-25 09:36:00+00
79777	4064	paid	2026-02-25 09:37:00+00
79778	1983	sent	2026-02-25 09:38:00+00
79779	4902	new	2026-02-25 09:39:00+00
79780	2821	paid	2026-02-25 09:40:00+00
79781	740	sent	2026-02-25 09:41:00+00
79782	3659	new	2026-02-25 09:42:00+00
79783	1578	paid	2026-02-25 09:43:00+00
79784	4497	sent	2026-02-25 09:44:00+00
79785	2416	new	2026-02-25 09:45:00+00
79786	335	paid	2026-02-25 09:46:00+00
79787	3254	sent	2026-02-25 09:47:00+00
79788	1173	new	2026-02-25 09:48:00+00
79789	4092	paid	2026-02-25 09:49:00+00
79790	2011	sent	2026-02-25 09:50:00+00
79791	4930	new	2026-02-25 09:51:00+00
79792	2849	paid	2026-02-25 09:52:00+00
79793	768	sent	2026-02-25 09:53:00+00
79794	3687	new	2026-02-25 09:54:00+00
79795	1606	paid	2026-02-25 09:55:00+00
79796	4525	sent	2026-02-25 09:56:00+00
79797	2444	new	2026-02-25 09:57:00+00
79798	363	paid	2026-02-25 09:58:00+00
79799	3282	sent	2026-02-25 09:59:00+00
79800	1201	new	2026-02-25 10:00:00+00
79801	4120	paid	2026-02-25 10:01:00+00
79802	2039	sent	2026-02-25 10:02:00+00
79803	4958	new	2026-02-25 10:03:00+00
79804	2877	paid	2026-02-25 10:04:00+00
79805	796	sent	2026-02-25 10:05:00+00
79806	3715	new	2026-02-25 10:06:00+00
79807	1634	paid	2026-02-25 10:07:00+00
79808	4553	sent	2026-02-25 10:08:00+00
79809	2472	new	2026-02-25 10:09:00+00
79810	391	paid	2026-02-25 10:10:00+00
79811	3310	sent	2026-02-25 10:11:00+00
79812	1229	new	2026-02-25 10:12:00+00
79813	4148	paid	2026-02-25 10:13:00+00
79814	2067	sent	2026-02-25 10:14:00+00
79815	4986	new	2026-02-25 10:15:00+00
79816	2905	paid	2026-02-25 10:16:00+00
79817	824	sent	2026-02-25 10:17:00+00
79818	3743	new	2026-02-25 10:18:00+00
79819	1662	paid	2026-02-25 10:19:00+00
79820	4581	sent	2026-02-25 10:20:00+00
79821	2500	new	2026-02-25 10:21:00+00
79822	419	paid	2026-02-25 10:22:00+00
79823	3338	sent	2026-02-25 10:23:00+00
79824	1257	new	2026-02-25 10:24:00+00
79825	4176	paid	2026-02-25 10:25:00+00
79826	2095	sent	2026-02-25 10:26:00+00
79827	14	new	2026-02-25 10:27:00+00
79828	2933	paid	2026-02-25 10:28:00+00
79829	852	sent	2026-02-25 10:29:00+00
79830	3771	new	2026-02-25 10:30:00+00
79831	1690	paid	2026-02-25 10:31:00+00
79832	4609	sent	2026-02-25 10:32:00+00
79833	2528	new	2026-02-25 10:33:00+00
79834	447	paid	2026-02-25 10:34:00+00
79835	3366	sent	2026-02-25 10:35:00+00
79836	1285	new	2026-02-25 10:36:00+00
79837	4204	paid	2026-02-25 10:37:00+00
79838	2123	sent	2026-02-25 10:38:00+00
79839	42	new	2026-02-25 10:39:00+00
79840	2961	paid	2026-02-25 10:40:00+00
79841	880	sent	2026-02-25 10:41:00+00
79842	3799	new	2026-02-25 10:42:00+00
79843	1718	paid	2026-02-25 10:43:00+00
79844	4637	sent	2026-02-25 10:44:00+00
79845	2556	new	2026-02-25 10:45:00+00
79846	475	paid	2026-02-25 10:46:00+00
79847	3394	sent	2026-02-25 10:47:00+00
79848	1313	new	2026-02-25 10:48:00+00
79849	4232	paid	2026-02-25 10:49:00+00
79850	2151	sent	2026-02-25 10:50:00+00
79851	70	new	2026-02-25 10:51:00+00
79852	2989	paid	2026-02-25 10:52:00+00
79853	908	sent	2026-02-25 10:53:00+00
79854	3827	new	2026-02-25 10:54:00+00
79855	1746	paid	2026-02-25 10:55:00+00
79856	4665	sent	2026-02-25 10:56:00+00
79857	2584	new	2026-02-25 10:57:00+00
79858	503	paid	2026-02-25 10:58:00+00
79859	3422	sent	2026-02-25 10:59:00+00
79860	1341	new	2026-02-25 11:00:00+00
79861	4260	paid	2026-02-25 11:01:00+00
79862	2179	sent	2026-02-25 11:02:00+00
79863	98	new	2026-02-25 11:03:00+00
79864	3017	paid	2026-02-25 11:04:00+00
79865	936	sent	2026-02-25 11:05:00+00
79866	3855	new	2026-02-25 11:06:00+00
79867	1774	paid	2026-02-25 11:07:00+00
79868	4693	sent	2026-02-25 11:08:00+00
79869	2612	new	2026-02-25 11:09:00+00
79870	531	paid	2026-02-25 11:10:00+00
79871	3450	sent	2026-02-25 11:11:00+00
79872	1369	new	2026-02-25 11:12:00+00
79873	4288	paid	2026-02-25 11:13:00+00
79874	2207	sent	2026-02-25 11:14:00+00
79875	126	new	2026-02-25 11:15:00+00
79876	3045	paid	2026-02-25 11:16:00+00
79877	964	sent	2026-02-25 11:17:00+00
79878	3883	new	2026-02-25 11:18:00+00
79879	1802	paid	2026-02-25 11:19:00+00
79880	4721	sent	2026-02-25 11:20:00+00
79882	559	paid	2026-02-25 11:22:00+00
79883	3478	sent	2026-02-25 11:23:00+00
79884	1397	new	2026-02-25 11:24:00+00
79885	4316	paid	2026-02-25 11:25:00+00
79886	2235	sent	2026-02-25 11:26:00+00
79887	154	new	2026-02-25 11:27:00+00
79888	3073	paid	2026-02-25 11:28:00+00
79889	992	sent	2026-02-25 11:29:00+00
79892	4749	sent	2026-02-25 11:32:00+00
79894	587	paid	2026-02-25 11:34:00+00
79895	3506	sent	2026-02-25 11:35:00+00
79897	4344	paid	2026-02-25 11:37:00+00
79898	2263	sent	2026-02-25 11:38:00+00
79899	182	new	2026-02-25 11:39:00+00
79900	3101	paid	2026-02-25 11:40:00+00
79901	1020	sent	2026-02-25 11:41:00+00
79902	3939	new	2026-02-25 11:42:00+00
79903	1858	paid	2026-02-25 11:43:00+00
79904	4777	sent	2026-02-25 11:44:00+00
79905	2696	new	2026-02-25 11:45:00+00
79906	615	paid	2026-02-25 11:46:00+00
79908	1453	new	2026-02-25 11:48:00+00
79909	4372	paid	2026-02-25 11:49:00+00
79910	2291	sent	2026-02-25 11:50:00+00
79911	210	new	2026-02-25 11:51:00+00
79912	3129	paid	2026-02-25 11:52:00+00
79913	1048	sent	2026-02-25 11:53:00+00
79914	3967	new	2026-02-25 11:54:00+00
79915	1886	paid	2026-02-25 11:55:00+00
79916	4805	sent	2026-02-25 11:56:00+00
79917	2724	new	2026-02-25 11:57:00+00
79918	643	paid	2026-02-25 11:58:00+00
79919	3562	sent	2026-02-25 11:59:00+00
79920	1481	new	2026-02-25 12:00:00+00
79921	4400	paid	2026-02-25 12:01:00+00
79922	2319	sent	2026-02-25 12:02:00+00
79923	238	new	2026-02-25 12:03:00+00
79924	3157	paid	2026-02-25 12:04:00+00
79925	1076	sent	2026-02-25 12:05:00+00
79926	3995	new	2026-02-25 12:06:00+00
79927	1914	paid	2026-02-25 12:07:00+00
79928	4833	sent	2026-02-25 12:08:00+00
79929	2752	new	2026-02-25 12:09:00+00
79930	671	paid	2026-02-25 12:10:00+00
79931	3590	sent	2026-02-25 12:11:00+00
79932	1509	new	2026-02-25 12:12:00+00
79933	4428	paid	2026-02-25 12:13:00+00
79934	2347	sent	2026-02-25 12:14:00+00
79935	266	new	2026-02-25 12:15:00+00
79936	3185	paid	2026-02-25 12:16:00+00
79937	1104	sent	2026-02-25 12:17:00+00
79938	4023	new	2026-02-25 12:18:00+00
79939	1942	paid	2026-02-25 12:19:00+00
79940	4861	sent	2026-02-25 12:20:00+00
79941	2780	new	2026-02-25 12:21:00+00
79943	3618	sent	2026-02-25 12:23:00+00
79944	1537	new	2026-02-25 12:24:00+00
79945	4456	paid	2026-02-25 12:25:00+00
79946	2375	sent	2026-02-25 12:26:00+00
79947	294	new	2026-02-25 12:27:00+00
79948	3213	paid	2026-02-25 12:28:00+00
79949	1132	sent	2026-02-25 12:29:00+00
79950	4051	new	2026-02-25 12:30:00+00
79951	1970	paid	2026-02-25 12:31:00+00
79952	4889	sent	2026-02-25 12:32:00+00
79953	2808	new	2026-02-25 12:33:00+00
79954	727	paid	2026-02-25 12:34:00+00
79955	3646	sent	2026-02-25 12:35:00+00
79956	1565	new	2026-02-25 12:36:00+00
79957	4484	paid	2026-02-25 12:37:00+00
79958	2403	sent	2026-02-25 12:38:00+00
79959	322	new	2026-02-25 12:39:00+00
79960	3241	paid	2026-02-25 12:40:00+00
79962	4079	new	2026-02-25 12:42:00+00
79963	1998	paid	2026-02-25 12:43:00+00
79964	4917	sent	2026-02-25 12:44:00+00
79965	2836	new	2026-02-25 12:45:00+00
79966	755	paid	2026-02-25 12:46:00+00
79967	3674	sent	2026-02-25 12:47:00+00
79968	1593	new	2026-02-25 12:48:00+00
79969	4512	paid	2026-02-25 12:49:00+00
79970	2431	sent	2026-02-25 12:50:00+00
79971	350	new	2026-02-25 12:51:00+00
79972	3269	paid	2026-02-25 12:52:00+00
79973	1188	sent	2026-02-25 12:53:00+00
79974	4107	new	2026-02-25 12:54:00+00
79975	2026	paid	2026-02-25 12:55:00+00
79976	4945	sent	2026-02-25 12:56:00+00
79977	2864	new	2026-02-25 12:57:00+00
79978	783	paid	2026-02-25 12:58:00+00
79979	3702	sent	2026-02-25 12:59:00+00
79980	1621	new	2026-02-25 13:00:00+00
79981	4540	paid	2026-02-25 13:01:00+00
79982	2459	sent	2026-02-25 13:02:00+00
79983	378	new	2026-02-25 13:03:00+00
79984	3297	paid	2026-02-25 13:04:00+00
79985	1216	sent	2026-02-25 13:05:00+00
79986	4135	new	2026-02-25 13:06:00+00
79987	2054	paid	2026-02-25 13:07:00+00
79988	4973	sent	2026-02-25 13:08:00+00
79989	2892	new	2026-02-25 13:09:00+00
79991	3730	sent	2026-02-25 13:11:00+00
79992	1649	new	2026-02-25 13:12:00+00
79993	4568	paid	2026-02-25 13:13:00+00
79994	2487	sent	2026-02-25 13:14:00+00
79995	406	new	2026-02-25 13:15:00+00
79996	3325	paid	2026-02-25 13:16:00+00
79997	1244	sent	2026-02-25 13:17:00+00
79998	4163	new	2026-02-25 13:18:00+00
79999	2082	paid	2026-02-25 13:19:00+00
80000	1	sent	2026-02-25 13:20:00+00
\.
copy public.products (id, name, price_cents) from stdin;
1	product 1	137
2	product 2	174
3	product 3	211
4	product 4	248
5	product 5	285
6	product 6	322
7	product 7	359
8	product 8	396
9	product 9	433
10	product 10	470
11	product 11	507
12	product 12	544
13	product 13	581
14	product 14	618
15	product 15	655
16	product 16	692
17	product 17	729
18	product 18	766
19	product 19	803
20	product 20	840
21	product 21	877
22	product 22	914
23	product 23	951
24	product 24	988
25	product 25	1025
26	product 26	1062
27	product 27	1099
28	product 28	1136
29	product 29	1173
30	product 30	1210
31	product 31	1247
32	product 32	1284
33	product 33	1321
34	product 34	1358
35	product 35	1395
36	product 36	1432
37	product 37	1469
38	product 38	1506
39	product 39	1543
40	product 40	1580
41	product 41	1617
42	product 42	1654
43	product 43	1691
44	product 44	1728
45	product 45	1765
46	product 46	1802
47	product 47	1839
48	product 48	1876
49	product 49	1913
50	product 50	1950
51	product 51	1987
52	product 52	2024
53	product 53	2061
54	product 54	2098
55	product 55	2135
56	product 56	2172
57	product 57	2209
58	product 58	2246
59	product 59	2283
60	product 60	2320
61	product 61	2357
62	product 62	2394
63	product 63	2431
64	product 64	2468
65	product 65	2505
66	product 66	2542
67	product 67	2579
68	product 68	2616
69	product 69	2653
70	product 70	2690
71	product 71	2727
72	product 72	2764
73	product 73	2801
74	product 74	2838
75	product 75	2875
76	product 76	2912
77	product 77	2949
78	product 78	2986
79	product 79	3023
80	product 80	3060
81	product 81	3097
82	product 82	3134
83	product 83	3171
84	product 84	3208
85	product 85	3245
86	product 86	3282
87	product 87	3319
88	product 88	3356
89	product 89	3393
90	product 90	3430
91	product 91	3467
92	product 92	3504
93	product 93	3541
94	product 94	3578
95	product 95	3615
96	product 96	3652
97	product 97	3689
98	product 98	3726
99	product 99	3763
100	product 100	3800
101	product 101	3837
102	product 102	3874
103	product 103	3911
104	product 104	3948
105	product 105	3985
106	product 106	4022
107	product 107	4059
108	product 108	4096
109	product 109	4133
110	product 110	4170
111	product 111	4207
112	product 112	4244
113	product 113	4281
114	product 114	4318
115	product 115	4355
116	product 116	4392
117	product 117	4429
118	product 118	4466
119	product 119	4503
120	product 120	4540
121	product 121	4577
122	product 122	4614
123	product 123	4651
124	product 124	4688
125	product 125	4725
126	product 126	4762
127	product 127	4799
128	product 128	4836
129	product 129	4873
130	product 130	4910
131	product 131	4947
132	product 132	4984
133	product 133	5021
134	product 134	5058
135	product 135	5095
136	product 136	5132
137	product 137	5169
138	product 138	5206
139	product 139	5243
140	product 140	5280
141	product 141	5317
142	product 142	5354
143	product 143	5391
144	product 144	5428
145	product 145	5465
146	product 146	5502
147	product 147	5539
148	product 148	5576
149	product 149	5613
150	product 150	5650
151	product 151	5687
152	product 152	5724
153	product 153	5761
154	product 154	5798
155	product 155	5835
156	product 156	5872
157	product 157	5909
158	product 158	5946
159	product 159	5983
160	product 160	6020
161	product 161	6057
162	product 162	6094
163	product 163	6131
164	product 164	6168
165	product 165	6205
166	product 166	6242
167	product 167	6279
168	product 168	6316
169	product 169	6353
170	product 170	6390
171	product 171	6427
172	product 172	6464
173	product 173	6501
174	product 174	6538
175	product 175	6575
176	product 176	6612
177	product 177	6649
178	product 178	6686
179	product 179	6723
180	product 180	6760
181	product 181	6797
182	product 182	6834
183	product 183	6871
184	product 184	6908
185	product 185	6945
186	product 186	6982
187	product 187	7019
188	product 188	7056
189	product 189	7093
190	product 190	7130
191	product 191	7167
192	product 192	7204
193	product 193	7241
194	product 194	7278
195	product 195	7315
196	product 196	7352
197	product 197	7389
198	product 198	7426
199	product 199	7463
200	product 200	7500
201	product 201	7537
202	product 202	7574
203	product 203	7611
204	product 204	7648
205	product 205	7685
206	product 206	7722
207	product 207	7759
208	product 208	7796
209	product 209	7833
210	product 210	7870
211	product 211	7907
212	product 212	7944
213	product 213	7981
214	product 214	8018
215	product 215	8055
216	product 216	8092
217	product 217	8129
218	product 218	8166
219	product 219	8203
220	product 220	8240
221	product 221	8277
222	product 222	8314
223	product 223	8351
224	product 224	8388
225	product 225	8425
226	product 226	8462
227	product 227	8499
228	product 228	8536
229	product 229	8573
230	product 230	8610
231	product 231	8647
232	product 232	8684
233	product 233	8721
234	product 234	8758
235	product 235	8795
236	product 236	8832
237	product 237	8869
238	product 238	8906
239	product 239	8943
240	product 240	8980
241	product 241	9017
242	product 242	9054
243	product 243	9091
244	product 244	128
245	product 245	165
246	product 246	202
247	product 247	239
248	product 248	276
249	product 249	313
250	product 250	350
251	product 251	387
252	product 252	424
253	product 253	461
254	product 254	498
255	product 255	535
256	product 256	572
257	product 257	609
258	product 258	646
259	product 259	683
260	product 260	720
261	product 261	757
262	product 262	794
263	product 263	831
264	product 264	868
265	product 265	905
266	product 266	942
267	product 267	979
268	product 268	1016
269	product 269	1053
270	product 270	1090
271	product 271	1127
272	product 272	1164
273	product 273	1201
274	product 274	1238
275	product 275	1275
276	product 276	1312
277	product 277	1349
278	product 278	1386
279	product 279	1423
280	product 280	1460
281	product 281	1497
282	product 282	1534
283	product 283	1571
284	product 284	1608
285	product 285	1645
286	product 286	1682
287	product 287	1719
288	product 288	1756
289	product 289	1793
290	product 290	1830
291	product 291	1867
292	product 292	1904
293	product 293	1941
294	product 294	1978
295	product 295	2015
296	product 296	2052
297	product 297	2089
298	product 298	2126
299	product 299	2163
300	product 300	2200
301	product 301	2237
302	product 302	2274
303	product 303	2311
304	product 304	2348
305	product 305	2385
306	product 306	2422
307	product 307	2459
308	product 308	2496
309	product 309	2533
310	product 310	2570
311	product 311	2607
312	product 312	2644
313	product 313	2681
314	product 314	2718
315	product 315	2755
316	product 316	2792
317	product 317	2829
318	product 318	2866
319	product 319	2903
320	product 320	2940
321	product 321	2977
322	product 322	3014
323	product 323	3051
324	product 324	3088
325	product 325	3125
326	product 326	3162
327	product 327	3199
328	product 328	3236
329	product 329	3273
330	product 330	3310
331	product 331	3347
332	product 332	3384
333	product 333	3421
334	product 334	3458
335	product 335	3495
336	product 336	3532
337	product 337	3569
338	product 338	3606
339	product 339	3643
340	product 340	3680
341	product 341	3717
342	product 342	3754
343	product 343	3791
344	product 344	3828
345	product 345	3865
346	product 346	3902
347	product 347	3939
348	product 348	3976
349	product 349	4013
350	product 350	4050
351	product 351	4087
352	product 352	4124
353	product 353	4161
354	product 354	4198
355	product 355	4235
356	product 356	4272
357	product 357	4309
358	product 358	4346
359	product 359	4383
360	product 360	4420
361	product 361	4457
362	product 362	4494
363	product 363	4531
364	product 364	4568
365	product 365	4605
366	product 366	4642
367	product 367	4679
368	product 368	4716
369	product 369	4753
370	product 370	4790
371	product 371	4827
372	product 372	4864
373	product 373	4901
374	product 374	4938
375	product 375	4975
376	product 376	5012
377	product 377	5049
378	product 378	5086
379	product 379	5123
380	product 380	5160
381	product 381	5197
382	product 382	5234
383	product 383	5271
384	product 384	5308
385	product 385	5345
386	product 386	5382
387	product 387	5419
388	product 388	5456
389	product 389	5493
390	product 390	5530
391	product 391	5567
392	product 392	5604
393	product 393	5641
394	product 394	5678
395	product 395	5715
396	product 396	5752
397	product 397	5789
398	product 398	5826
399	product 399	5863
400	product 400	5900
\.
copy public.order_items (order_id, product_id, quantity) from stdin;
79500	101	1
79501	132	1
79502	163	1
79503	194	1
79504	225	1
79505	256	1
79506	287	1
79507	318	1
79508	349	1
79509	380	1
79510	11	1
79511	42	1
79513	104	1
79514	135	1
79515	166	1
79516	197	1
79517	228	1
79518	259	1
79519	290	1
79520	321	1
79522	383	1
79523	14	1
79524	45	1
79525	76	1
79527	138	1
79528	169	1
79529	200	1
79530	231	1
79531	262	1
79532	293	1
79533	324	1
79534	355	1
79535	386	1
79536	17	1
79537	48	1
79539	110	1
79540	141	1
79541	172	1
79542	203	1
79543	234	1
79544	265	1
79545	296	1
79546	327	1
79547	358	1
79548	389	1
79549	20	1
79550	51	1
79551	82	1
79552	113	1
79553	144	1
79554	175	1
79555	206	1
79556	237	1
79557	268	1
79558	299	1
79559	330	1
79560	361	1
79561	392	1
79562	23	1
79563	54	1
79564	85	1
79565	116	1
79566	147	1
79567	178	1
79568	209	1
79569	240	1
79570	271	1
79571	302	1
79572	333	1
79575	26	1
79576	57	1
79577	88	1
79578	119	1
79579	150	1
79580	181	1
79581	212	1
79582	243	1
79583	274	1
79584	305	1
79585	336	1
79586	367	1
79587	398	1
79588	29	1
79589	60	1
79590	91	1
79591	122	1
79592	153	1
79593	184	1
79594	215	1
79595	246	1
79596	277	1
79597	308	1
79598	339	1
79599	370	1
79600	1	1
79601	32	1
79602	63	1
79603	94	1
79604	125	1
79605	156	1
79606	187	1
79607	218	1
79608	249	1
79609	280	1
79610	311	1
79611	342	1
79612	373	1
79613	4	1
79614	35	1
79615	66	1
79617	128	1
79618	159	1
79619	190	1
79620	221	1
79621	252	1
79622	283	1
79623	314	1
79624	345	1
79626	7	1
79627	38	1
79628	69	1
79629	100	1
79630	131	1
79631	162	1
79632	193	1
79633	224	1
79634	255	1
79635	286	1
79636	317	1
79637	348	1
79638	379	1
79639	10	1
79640	41	1
79641	72	1
79642	103	1
79643	134	1
79644	165	1
79645	196	1
79646	227	1
79647	258	1
79648	289	1
79649	320	1
79650	351	1
79651	382	1
79653	44	1
79654	75	1
79655	106	1
79656	137	1
79657	168	1
79658	199	1
79659	230	1
79660	261	1
79661	292	1
79662	323	1
79663	354	1
79664	385	1
79665	16	1
79666	47	1
79667	78	1
79669	140	1
79670	171	1
79671	202	1
79672	233	1
79673	264	1
79674	295	1
79675	326	1
79676	357	1
79677	388	1
79678	19	1
79679	50	1
79680	81	1
79681	112	1
79682	143	1
79683	174	1
79684	205	1
79685	236	1
79686	267	1
79687	298	1
79688	329	1
79689	360	1
79690	391	1
79692	53	1
79693	84	1
79694	115	1
79695	146	1
79696	177	1
79697	208	1
79698	239	1
79699	270	1
79700	301	1
79701	332	1
79702	363	1
79703	394	1
79704	25	1
79705	56	1
79706	87	1
79708	149	1
79709	180	1
79710	211	1
79711	242	1
79712	273	1
79714	335	1
79715	366	1
79716	397	1
79718	59	1
79719	90	1
79720	121	1
79721	152	1
79722	183	1
79723	214	1
79724	245	1
79725	276	1
79726	307	1
79727	338	1
79728	369	1
79729	400	1
79730	31	1
79731	62	1
79732	93	1
79733	124	1
79734	155	1
79735	186	1
79736	217	1
79737	248	1
79738	279	1
79740	341	1
79741	372	1
79742	3	1
79743	34	1
79744	65	1
79745	96	1
79746	127	1
79747	158	1
79748	189	1
79749	220	1
79750	251	1
79751	282	1
79752	313	1
79753	344	1
79754	375	1
79755	6	1
79756	37	1
79757	68	1
79758	99	1
79759	130	1
79760	161	1
79761	192	1
79762	223	1
79763	254	1
79764	285	1
79765	316	1
79766	347	1
79767	378	1
79768	9	1
79769	40	1
79770	71	1
79771	102	1
79772	133	1
79773	164	1
79774	195	1
79775	226	1
79776	257	1
79777	288	1
79778	319	1
79779	350	1
79780	381	1
79781	12	1
79782	43	1
79783	74	1
79784	105	1
79785	136	1
79786	167	1
79787	198	1
79788	229	1
79789	260	1
79790	291	1
79791	322	1
79792	353	1
79793	384	1
79795	46	1
79796	77	1
79797	108	1
79798	139	1
79799	170	1
79800	201	1
79801	232	1
79802	263	1
79803	294	1
79804	325	1
79805	356	1
79806	387	1
79807	18	1
79808	49	1
79809	80	1
79810	111	1
79811	142	1
79812	173	1
79813	204	1
79814	235	1
79815	266	1
79816	297	1
79817	328	1
79818	359	1
79819	390	1
79821	52	1
79822	83	1
79823	114	1
79824	145	1
79825	176	1
79826	207	1
79827	238	1
79829	300	1
79830	331	1
79831	362	1
79832	393	1
79833	24	1
79834	55	1
79835	86	1
79836	117	1
79837	148	1
79838	179	1
79839	210	1
79840	241	1
79841	272	1
79842	303	1
79843	334	1
79844	365	1
79845	396	1
79846	27	1
79847	58	1
79848	89	1
79849	120	1
79850	151	1
79851	182	1
79852	213	1
79853	244	1
79854	275	1
79855	306	1
79856	337	1
79857	368	1
79858	399	1
79859	30	1
79860	61	1
79861	92	1
79862	123	1
79863	154	1
79864	185	1
79865	216	1
79866	247	1
79867	278	1
79869	340	1
79871	2	1
79872	33	1
79873	64	1
79874	95	1
79875	126	1
79876	157	1
79877	188	1
79878	219	1
79879	250	1
79880	281	1
79882	343	1
79883	374	1
79884	5	1
79885	36	1
79886	67	1
79887	98	1
79888	129	1
79889	160	1
79892	253	1
79894	315	1
79895	346	1
79897	8	1
79899	70	1
79900	101	1
79901	132	1
79902	163	1
79903	194	1
79904	225	1
79905	256	1
79906	287	1
79908	349	1
79909	380	1
79910	11	1
79911	42	1
79912	73	1
79913	104	1
79914	135	1
79915	166	1
79916	197	1
79917	228	1
79918	259	1
79919	290	1
79920	321	1
79921	352	1
79923	14	1
79924	45	1
79925	76	1
79926	107	1
79927	138	1
79928	169	1
79929	200	1
79930	231	1
79931	262	1
79932	293	1
79933	324	1
79934	355	1
79935	386	1
79936	17	1
79938	79	1
79939	110	1
79940	141	1
79941	172	1
79943	234	1
79944	265	1
79945	296	1
79946	327	1
79947	358	1
79949	20	1
79950	51	1
79951	82	1
79952	113	1
79953	144	1
79954	175	1
79955	206	1
79956	237	1
79957	268	1
79959	330	1
79960	361	1
79962	23	1
79963	54	1
79964	85	1
79966	147	1
79967	178	1
79968	209	1
79969	240	1
79970	271	1
79971	302	1
79972	333	1
79973	364	1
79974	395	1
79975	26	1
79976	57	1
79977	88	1
79978	119	1
79979	150	1
79980	181	1
79981	212	1
79982	243	1
79983	274	1
79984	305	1
79985	336	1
79986	367	1
79987	398	1
79988	29	1
79989	60	1
79991	122	1
79992	153	1
79993	184	1
79994	215	1
79995	246	1
79996	277	1
79997	308	1
79998	339	1
79999	370	1
80000	1	1
79500	118	2
79501	149	2
79502	180	2
79503	211	2
79504	242	2
79505	273	2
79506	304	2
79507	335	2
79508	366	2
79509	397	2
79510	28	2
79511	59	2
79513	121	2
79514	152	2
79515	183	2
79516	214	2
79517	245	2
79518	276	2
79519	307	2
79520	338	2
79522	400	2
79523	31	2
79524	62	2
79525	93	2
79527	155	2
79528	186	2
79529	217	2
79530	248	2
79531	279	2
79532	310	2
79533	341	2
79534	372	2
79535	3	2
79536	34	2
79537	65	2
79539	127	2
79540	158	2
79541	189	2
79542	220	2
79543	251	2
79544	282	2
79545	313	2
79546	344	2
79547	375	2
79548	6	2
79549	37	2
79550	68	2
79551	99	2
79552	130	2
79553	161	2
79554	192	2
79555	223	2
79556	254	2
79557	285	2
79558	316	2
79559	347	2
79560	378	2
79561	9	2
79562	40	2
79563	71	2
79564	102	2
79565	133	2
79566	164	2
79567	195	2
79568	226	2
79569	257	2
79570	288	2
79571	319	2
79572	350	2
79575	43	2
79576	74	2
79577	105	2
79578	136	2
79579	167	2
79580	198	2
79581	229	2
79582	260	2
79583	291	2
79584	322	2
79585	353	2
79586	384	2
79587	15	2
79588	46	2
79589	77	2
79590	108	2
79591	139	2
79592	170	2
79593	201	2
79594	232	2
79595	263	2
79596	294	2
79597	325	2
79598	356	2
79599	387	2
79600	18	2
79601	49	2
79602	80	2
79603	111	2
79604	142	2
79605	173	2
79606	204	2
79607	235	2
79608	266	2
79609	297	2
79610	328	2
79611	359	2
79612	390	2
79613	21	2
79614	52	2
79615	83	2
79617	145	2
79618	176	2
79619	207	2
79620	238	2
79621	269	2
79622	300	2
79623	331	2
79624	362	2
79626	24	2
79627	55	2
79628	86	2
79629	117	2
79630	148	2
79631	179	2
79632	210	2
79633	241	2
79634	272	2
79635	303	2
79636	334	2
79637	365	2
79638	396	2
79639	27	2
79640	58	2
79641	89	2
79642	120	2
79643	151	2
79644	182	2
79645	213	2
79646	244	2
79647	275	2
79648	306	2
79649	337	2
79650	368	2
79651	399	2
79653	61	2
79654	92	2
79655	123	2
79656	154	2
79657	185	2
79658	216	2
79659	247	2
79660	278	2
79661	309	2
79662	340	2
79663	371	2
79664	2	2
79665	33	2
79666	64	2
79667	95	2
79669	157	2
79670	188	2
79671	219	2
79672	250	2
79673	281	2
79674	312	2
79675	343	2
79676	374	2
79677	5	2
79678	36	2
79679	67	2
79680	98	2
79681	129	2
79682	160	2
79683	191	2
79684	222	2
79685	253	2
79686	284	2
79687	315	2
79688	346	2
79689	377	2
79690	8	2
79692	70	2
79693	101	2
79694	132	2
79695	163	2
79696	194	2
79697	225	2
79698	256	2
79699	287	2
79700	318	2
79701	349	2
79702	380	2
79703	11	2
79704	42	2
79705	73	2
79706	104	2
79708	166	2
79709	197	2
79710	228	2
79711	259	2
79712	290	2
79714	352	2
79715	383	2
79716	14	2
79718	76	2
79719	107	2
79720	138	2
79721	169	2
79722	200	2
79723	231	2
79724	262	2
79725	293	2
79726	324	2
79727	355	2
79728	386	2
79729	17	2
79730	48	2
79731	79	2
79732	110	2
79733	141	2
79734	172	2
79735	203	2
79736	234	2
79737	265	2
79738	296	2
79740	358	2
79741	389	2
79742	20	2
79743	51	2
79744	82	2
79745	113	2
79746	144	2
79747	175	2
79748	206	2
79749	237	2
79750	268	2
79751	299	2
79752	330	2
79753	361	2
79754	392	2
79755	23	2
79756	54	2
79757	85	2
79758	116	2
79759	147	2
79760	178	2
79761	209	2
79762	240	2
79763	271	2
79764	302	2
79765	333	2
79766	364	2
79767	395	2
79768	26	2
79769	57	2
79770	88	2
79771	119	2
79772	150	2
79773	181	2
79774	212	2
79775	243	2
79776	274	2
79777	305	2
79778	336	2
79779	367	2
79780	398	2
79781	29	2
79782	60	2
79783	91	2
79784	122	2
79785	153	2
79786	184	2
79787	215	2
79788	246	2
79789	277	2
79790	308	2
79791	339	2
79792	370	2
79793	1	2
79795	63	2
79796	94	2
79797	125	2
79798	156	2
79799	187	2
79800	218	2
79801	249	2
79802	280	2
79803	311	2
79804	342	2
79805	373	2
79806	4	2
79807	35	2
79808	66	2
79809	97	2
79810	128	2
79811	159	2
79812	190	2
79813	221	2
79814	252	2
79815	283	2
79816	314	2
79817	345	2
79818	376	2
79819	7	2
79821	69	2
79822	100	2
79823	131	2
79824	162	2
79825	193	2
79826	224	2
79827	255	2
79829	317	2
79830	348	2
79831	379	2
79832	10	2
79833	41	2
79834	72	2
79835	103	2
79836	134	2
79837	165	2
79838	196	2
79839	227	2
79840	258	2
79841	289	2
79842	320	2
79843	351	2
79844	382	2
79845	13	2
79846	44	2
79847	75	2
79848	106	2
79849	137	2
79850	168	2
79851	199	2
79852	230	2
79853	261	2
79854	292	2
79855	323	2
79856	354	2
79857	385	2
79858	16	2
79859	47	2
79860	78	2
79861	109	2
79862	140	2
79863	171	2
79864	202	2
79865	233	2
79866	264	2
79867	295	2
79869	357	2
79871	19	2
79872	50	2
79873	81	2
79874	112	2
79875	143	2
79876	174	2
79877	205	2
79878	236	2
79879	267	2
79880	298	2
79882	360	2
79883	391	2
79884	22	2
79885	53	2
79886	84	2
79887	115	2
79888	146	2
79889	177	2
79892	270	2
79894	332	2
79895	363	2
79897	25	2
79899	87	2
79900	118	2
79901	149	2
79902	180	2
79903	211	2
79904	242	2
79905	273	2
79906	304	2
79908	366	2
79909	397	2
79910	28	2
79911	59	2
79912	90	2
79913	121	2
79914	152	2
79915	183	2
79916	214	2
79917	245	2
79918	276	2
79919	307	2
79920	338	2
79921	369	2
79923	31	2
79924	62	2
79925	93	2
79926	124	2
79927	155	2
79928	186	2
79929	217	2
79930	248	2
79931	279	2
79932	310	2
79933	341	2
79934	372	2
79935	3	2
79936	34	2
79938	96	2
79939	127	2
79940	158	2
79941	189	2
79943	251	2
79944	282	2
79945	313	2
79946	344	2
79947	375	2
79949	37	2
79950	68	2
79951	99	2
79952	130	2
79953	161	2
79954	192	2
79955	223	2
79956	254	2
79957	285	2
79959	347	2
79960	378	2
79962	40	2
79963	71	2
79964	102	2
79966	164	2
79967	195	2
79968	226	2
79969	257	2
79970	288	2
79971	319	2
79972	350	2
79973	381	2
79974	12	2
79975	43	2
79976	74	2
79977	105	2
79978	136	2
79979	167	2
79980	198	2
79981	229	2
79982	260	2
79983	291	2
79984	322	2
79985	353	2
79986	384	2
79987	15	2
79988	46	2
79989	77	2
79991	139	2
79992	170	2
79993	201	2
79994	232	2
79995	263	2
79996	294	2
79997	325	2
79998	356	2
79999	387	2
80000	18	2
\.
select pg_catalog.setval('public.orders_id_seq', 80000, 't');
--
-- PostgreSQL database dump
--

\restrict bda40e7748d2e0412c23f4fb7a532d86c4e6e5141301c6fb4e3afce964564cbf

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
-- Name: customers customers_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_email_key UNIQUE (email);


--
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: order_items order_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_pkey PRIMARY KEY (order_id, product_id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: products products_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);


--
-- Name: orders_by_customer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_by_customer ON public.orders USING btree (customer_id, created_at DESC);


--
-- Name: order_items order_items_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_items order_items_product_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.products(id);


--
-- Name: orders orders_customer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);


--
-- PostgreSQL database dump complete
--

\unrestrict bda40e7748d2e0412c23f4fb7a532d86c4e6e5141301c6fb4e3afce964564cbf

do $role$ begin if not exists (select from pg_catalog.pg_roles where rolname = 'postgres') then create role postgres login; end if; end $role$;
grant all on schema public to postgres; grant all on all tables in schema public to postgres; grant all on all sequences in schema public to postgres;
analyze;
