"""Photos of filled week sheets, made by chance, to see how well the program reads them.

Whoever writes here looks at the printed sheet alone, and never at the program that reads photos
of it: marks, paper, light and phones are those that people have.
"""
