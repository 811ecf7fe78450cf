-- The example's production: a small shop. The data is the same at every execution.
create table customers (id bigint primary key, email text not null unique, city text not null);
create table products (id bigint primary key, name text not null, price_cents integer not null);
create table orders (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers,
  status text not null default 'new',
  created_at timestamptz not null default now()
);
create index orders_by_customer on orders (customer_id, created_at desc);
create table order_items (
  order_id bigint not null references orders,
  product_id bigint not null references products,
  quantity integer not null,
  primary key (order_id, product_id)
);

insert into customers
select n, 'customer' || n || '@example.com', (array['Bern', 'Lyon', 'Turin', 'Graz'])[1 + n % 4] from generate_series(1, 5000) n;
insert into products select n, 'product ' || n, 100 + 37 * n % 9000 from generate_series(1, 400) n;
insert into orders (customer_id, status, created_at)
select 1 + n * 7919 % 5000, (array['new', 'paid', 'sent'])[1 + n % 3], timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
from generate_series(1, 80000) n;
insert into order_items
select n, 1 + (n * 31 + i * 17) % 400, 1 + i from generate_series(1, 80000) n, generate_series(0, 1) i;
analyze;
