"""Complete experiments: the only package that combines the stages."""
