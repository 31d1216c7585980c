"""Pictures of all that readers see: taken, compared, and seen with the eyes of others."""
