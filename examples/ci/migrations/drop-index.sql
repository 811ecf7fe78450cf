-- Fails: the orders of a customer are searched in the whole table.
drop index orders_by_customer;
