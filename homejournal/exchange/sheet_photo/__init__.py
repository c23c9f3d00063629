"""A photo of filled-in sheets: found by its codes, made straight, and measured box by box.

Here pixels become plain numbers; what these mean is decided in domain/papers.
"""
