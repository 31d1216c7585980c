"""Our own Easy Read pictures, composed from parts in one style."""
