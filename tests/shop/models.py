"""The tables of the shop, as Django models."""

from __future__ import annotations

from django.db import models


class Customer(models.Model):
    """A customer of the shop."""

    email = models.EmailField(unique=True)
    joined = models.DateTimeField(auto_now_add=True)


class Product(models.Model):
    """A product of the shop."""

    name = models.CharField(max_length=80)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    stock = models.IntegerField()


class Order(models.Model):
    """The order of a customer."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    placed = models.DateTimeField(auto_now_add=True)
    paid = models.BooleanField(default=False)


class OrderLine(models.Model):
    """A product of an order, with its quantity."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    quantity = models.PositiveSmallIntegerField()
    note = models.JSONField(default=dict)
