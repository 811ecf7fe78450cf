"""How a workload is to be replayed: frozen values, validated once."""
