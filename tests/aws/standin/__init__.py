"""A strict stand-in for AWS: a layer before moto's server that refuses what AWS refuses, adds what moto lacks, and injects faults.

``StandIn`` is the server. A rule is a function of a request: it returns an answer, or None for the next rule; a request that no
rule answers goes to moto.
"""
