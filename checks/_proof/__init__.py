"""Proof that the gate shuts: small faults put on purpose into what we made."""
