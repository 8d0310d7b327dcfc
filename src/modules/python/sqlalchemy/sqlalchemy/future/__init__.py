"""What is the present since 2.0."""
from sqlalchemy.engine import Connection, Engine, create_engine
from sqlalchemy.sql.selectable import Select, select
