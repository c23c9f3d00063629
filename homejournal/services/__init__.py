"""What a family does; one transaction for each thing done."""
