"""Conditions that a pipeline obeys."""
