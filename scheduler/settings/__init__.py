"""Settings: the station file, read to the letter."""

from scheduler.settings.reading import find_station as find_station
from scheduler.settings.reading import read_station as read_station
from scheduler.settings.schema import station_schema as station_schema
