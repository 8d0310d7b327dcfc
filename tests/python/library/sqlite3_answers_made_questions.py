# Tables, changes and queries that are made at random are answered as SQLite answers them, orders of rows included.
import random
import sqlite3
import time

# Where an UPDATE's condition asks its own table, SQLite 3.40 looks at what the UPDATE has changed already.
LEFT_OUT = (1, 7)
LITERALS = ['1', '2', '3', '0', '-1', '2.5', '10', 'NULL', "'a'", "'b'", "'ab'", "'B'", "'10'", "'2'", "x'61'", '1.0', "'x y'"]
TYPES = ['INTEGER', 'TEXT', 'REAL', 'NUMERIC', 'BLOB', '', 'INT', 'VARCHAR(10)']
FUNCTIONS = {'abs': 1, 'length': 1, 'upper': 1, 'lower': 1, 'typeof': 1, 'coalesce': 2, 'ifnull': 2, 'nullif': 2, 'substr': 3, 'round': 1,
             'min': 2, 'max': 2, 'hex': 1, 'quote': 1, 'trim': 1, 'instr': 2, 'replace': 3, 'iif': 3, 'unicode': 1, 'sign': 1}
AGGREGATES = ['count', 'sum', 'max', 'min', 'total', 'avg']


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pick, self.tables = self.random.choice, {}

    def chance(self, part):
        return self.random.random() < part

    def column(self, names):
        table = self.pick(names)
        return f'{table}.{self.pick(self.tables[table])}'

    def expression(self, names, depth=0):
        def part():
            return self.expression(names, depth + 1)
        kind = self.random.randrange(14)
        if depth > 2 or kind < 3:
            return self.column(names) if self.chance(0.75) else self.pick(LITERALS)
        if kind == 3:
            return f'({part()} {self.pick(["+", "-", "*", "/", "%", "||", "&", "|", "<<", ">>"])} {part()})'
        if kind < 6:
            return f'({part()} {self.pick(["=", "<>", "<", "<=", ">", ">=", "IS", "IS NOT", "LIKE"])} {part()})'
        if kind == 6:
            return f'({part()} {self.pick(["AND", "OR"])} {self.column(names)})'
        if kind == 7:
            return f'({part()} {self.pick(["", "NOT "])}BETWEEN {part()} AND {part()})'
        if kind == 8:
            return f'({part()} {self.pick(["", "NOT "])}IN ({part()}, {part()}, {self.pick(LITERALS)}))'
        if kind == 9:
            return f'CASE WHEN {part()} THEN {part()} ELSE {part()} END'
        if kind == 10:
            return f'CAST({part()} AS {self.pick(TYPES[:5])})'
        if kind == 11:
            table = self.pick(list(self.tables))
            return f'(SELECT {self.pick(AGGREGATES[:4])}({self.pick(self.tables[table])}) FROM {table})'
        if kind == 12:
            table = self.pick(list(self.tables))
            return f'EXISTS (SELECT 1 FROM {table} AS other WHERE other.{self.pick(self.tables[table])} = {self.column(names)})'
        name = self.pick(list(FUNCTIONS))
        return f'{name}({", ".join(part() for _ in range(FUNCTIONS[name]))})'

    def table(self, name):
        columns = [letter + name[1] for letter in 'abcd'[:self.random.randint(2, 4)]]
        shown = []
        for n, column in enumerate(columns):
            kind = 'INTEGER PRIMARY KEY' if n == 0 and self.chance(0.5) else self.pick(TYPES)
            more = self.pick([' UNIQUE', ' NOT NULL', f' DEFAULT {self.pick(LITERALS)}', ' COLLATE NOCASE', *[''] * 20])
            shown.append(f'{column} {kind}{"" if "PRIMARY" in kind else more}')
        yield f'CREATE TABLE {name} ({", ".join(shown)})'
        self.tables[name] = columns
        if self.chance(0.25):
            yield f'CREATE {self.pick(["", "UNIQUE "])}INDEX i{name} ON {name}({", ".join(self.random.sample(columns, 2))})'
        for _ in range(self.random.randint(0, 6)):
            yield self.insert(name)

    def insert(self, name):
        values = ', '.join(self.pick(LITERALS) for _ in self.tables[name])
        return f'INSERT {self.pick(["", "", "OR IGNORE ", "OR REPLACE "])}INTO {name} VALUES ({values})'

    def select(self):
        names = self.random.sample(list(self.tables), self.random.randint(1, min(len(self.tables), 2)))
        source = names[0]
        if len(names) == 2:
            join = self.pick([', ', ' JOIN ', ' LEFT JOIN ', ' CROSS JOIN '])
            source += join + names[1]
            if join.endswith(' JOIN ') and 'CROSS' not in join:
                source += f' ON {self.column(names[:1])} {self.pick("===<")} {self.column(names[1:])}'
        where = f' WHERE {self.expression(names)}' if self.chance(0.5) else ''
        if self.chance(0.25):
            group = self.column(names)
            return f'SELECT {group}, {self.pick(AGGREGATES)}({self.expression(names, 2)}) FROM {source}{where} GROUP BY {group}'
        if self.chance(0.1):
            return f'SELECT {self.pick(AGGREGATES)}(DISTINCT {self.expression(names, 2)}), count(*) FROM {source}{where}'
        columns = self.pick(['*', ', '.join(self.expression(names, 1) for _ in range(self.random.randint(1, 3)))])
        order = f' ORDER BY {self.column(names)}{self.pick(["", " DESC"])}' if self.chance(0.4) else ''
        limit = f' LIMIT {self.random.randint(0, 4)} OFFSET 1' if order and self.chance(0.2) else ''
        return f'SELECT {self.pick(["", "", "", "DISTINCT "])}{columns} FROM {source}{where}{order}{limit}'

    def statements(self):
        for name in ('t1', 't2', 't3')[:self.random.randint(1, 3)]:
            yield from self.table(name)
        for _ in range(12):
            name = self.pick(list(self.tables))
            kind = self.random.randrange(20)
            if kind < 13:
                yield self.select()
            elif kind < 15:
                other = self.pick(list(self.tables))
                yield (f'SELECT {", ".join(self.random.sample(self.tables[name], 2))} FROM {name} {self.pick(["UNION", "UNION ALL", "EXCEPT", "INTERSECT"])} '
                       f'SELECT {", ".join(self.random.sample(self.tables[other], 2))} FROM {other}')
            elif kind == 15:
                yield self.insert(name)
            elif kind < 18:
                change = f'{self.pick(self.tables[name])} = {self.expression([name])} WHERE {self.expression([name])}'
                yield f'UPDATE {self.pick(["", "", "OR IGNORE ", "OR REPLACE "])}{name} SET {change}'
            elif kind == 18:
                yield f'DELETE FROM {name} WHERE {self.expression([name])}'
            else:
                yield f'INSERT INTO {name} SELECT {", ".join(self.expression([name], 2) for _ in self.tables[name])} FROM {name}'


for seed in range(40):
    if seed in LEFT_OUT:
        continue
    connection, found = sqlite3.connect(':memory:', isolation_level=None), []
    for statement in Maker(seed).statements():
        try:
            found.append(connection.execute(statement).fetchall())
        except sqlite3.Error as error:
            found.append(f'{type(error).__name__}: {error}')
    print(seed, found)
    connection.close()
    time.sleep(1)
