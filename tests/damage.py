"""The ways to damage a PDF, for tests that import them from here."""

from checks._proof.damage import Damage, copied, damaged

__all__ = ["Damage", "copied", "damaged"]
