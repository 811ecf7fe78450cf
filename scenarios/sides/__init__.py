"""The sides of a scenario: their targets, what is changed there, and the servers of a placement."""
