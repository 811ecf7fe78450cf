-- Passes: the column has no default, so no row is written again.
alter table orders add column note text;
