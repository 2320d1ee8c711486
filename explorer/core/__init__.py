"""What everything shares: recipes, catalogue, the analysed network, units, errors. Standard library only."""
