"""From lists of flights and people, and rows kept by hand, to the fact folder ``seeds/iss/``."""
