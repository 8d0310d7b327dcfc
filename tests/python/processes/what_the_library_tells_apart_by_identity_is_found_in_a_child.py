# Tables of the library by its own objects are whole in a forked process, also where those have lowercase names.
# recorded by hand: needs sqlalchemy
import multiprocessing as mp
import os

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Row(Base):
    __tablename__ = "rows"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


def show(who):
    print(who, Row.id.is_(None), Row.name.like("a%"), ~Row.id.in_([1]), sa.not_(Row.id > 3), flush=True)


if __name__ == "__main__":
    process = mp.get_context("fork").Process(target=show, args=("process",))
    process.start()
    process.join()
    if os.fork() == 0:
        show("fork")
        os._exit(0)
    os.wait()
    show("parent")
