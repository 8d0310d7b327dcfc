"""DROP and TRUNCATE."""
from _postgres_errors import ServerError
from _postgres_tables import databases, roles
from _postgres_trees import mentions, mentions_text


class Drops:
    def drop(self, node):
        for schema, name in node.names:
            self.dropped(node, schema, name)
        return 'DROP ' + {'user': 'ROLE'}.get(node.what, node.what.upper())

    def dropped(self, node, schema, name):
        what, relations = node.what, self.database.relations
        if what in ('table', 'view', 'sequence'):
            found = self.plan.find(schema, name)
            if found is None:
                if node.exists:
                    return
                raise ServerError('42P01', f'{what} "{name}" does not exist')
            if found.kind != what:
                raise ServerError('42809', f'"{name}" is not a {what}')
            self.drop_relation(found, node)
        elif what == 'index':
            table = self.index_named(name)
            if table is None:
                if node.exists:
                    return
                raise ServerError('42704', f'index "{name}" does not exist')
            if name not in table.named_indexes:
                raise ServerError('2BP01', f'cannot drop index {name} because constraint {name} on table {table.name} requires it',
                                  hint=f'You can drop constraint {name} on table {table.name} instead.')
            constraint = table.named_indexes[name][0]
            self.gone(table.named_indexes, name)
            if constraint is not None:
                self.setting(table, 'constraints', [c for c in table.constraints if c is not constraint])
        elif what == 'type':
            if name not in self.database.enums:
                if node.exists:
                    return
                raise ServerError('42704', f'type "{name}" does not exist')
            users = [(t, c) for t in relations.values() if t.kind == 'table' for c in t.columns if c.kind.removesuffix('[]') == name]
            if users and not node.cascade:
                detail = '\n'.join(f'column {c.name} of table {t.name} depends on type {name}' for t, c in users)
                raise ServerError('2BP01', f'cannot drop type {name} because other objects depend on it', detail=detail,
                                  hint='Use DROP ... CASCADE to drop the dependent objects too.')
            for table, column in users:
                self.drop_column(table, column.name)
            self.gone(self.database.enums, name)
        elif what == 'schema':
            if name not in self.database.schemas:
                if node.exists:
                    return
                raise ServerError('3F000', f'schema "{name}" does not exist')
            inside = [r for r in relations.values() if r.schema == name]
            if inside and not node.cascade:
                shown_ones = [r for r in inside if not getattr(r, 'owner', None)]
                detail = '\n'.join(f'{r.kind} {name}.{r.name} depends on schema {name}' for r in shown_ones)
                raise ServerError('2BP01', f'cannot drop schema {name} because other objects depend on it', detail=detail,
                                  hint='Use DROP ... CASCADE to drop the dependent objects too.')
            for relation in inside:
                if (relation.schema, relation.name) in relations:
                    self.drop_relation(relation, node)
            self.database.schemas.discard(name)
            self.undo(lambda: self.database.schemas.add(name))
        elif what == 'database':
            if name not in databases:
                if not node.exists:
                    raise ServerError('3D000', f'database "{name}" does not exist')
            elif databases[name] is self.database:
                raise ServerError('55006', 'cannot drop the currently open database')
            else:
                from _postgres_session import users
                others = users(name)
                if others:
                    raise ServerError('55006', f'database "{name}" is being accessed by other users',
                                      detail=f'There {"is" if others == 1 else "are"} {others} other session{"s"[:others > 1]} using the database.')
                del databases[name]
        elif what in ('role', 'user'):
            if name in roles:
                roles.discard(name)
                self.undo(lambda: roles.add(name))
            elif not node.exists:
                raise ServerError('42704', f'role "{name}" does not exist')
        elif what == 'extension':
            self.database.extensions.discard(name)

    def drop_relation(self, found, node):
        relations = self.database.relations
        views = [r for r in relations.values() if r.kind == 'view' and r is not found and found.kind != 'sequence'
                 and mentions(r.node, found.name)]
        referring = [(t, c) for t in relations.values() if t.kind == 'table' and t is not found for c in t.constraints
                     if c.kind == 'foreign' and c.target is found]
        users = [(t, c) for t in relations.values() if t.kind == 'table' for c in t.columns
                 if found.kind == 'sequence' and (c.sequence is found or c.default is not None and mentions_text(c.default, found.name))]
        doomed = {n for n in node.names} if node.what == 'table' else set()
        referring = [(t, c) for t, c in referring if (None, t.name) not in doomed and (t.schema, t.name) not in doomed]
        if (views or referring or users) and not node.cascade:
            lines = [f'constraint {c.name} on table {t.name} depends on table {found.name}' for t, c in referring]
            lines += [f'view {v.name} depends on {found.kind} {found.name}' for v in views]
            lines += [f'default value for column {c.name} of table {t.name} depends on sequence {found.name}' for t, c in users]
            raise ServerError('2BP01', f'cannot drop {found.kind} {found.name} because other objects depend on it', detail='\n'.join(lines),
                              hint='Use DROP ... CASCADE to drop the dependent objects too.')
        if found.kind == 'table':
            self.hold(found)
        for table, constraint in referring:
            self.setting(table, 'constraints', [c for c in table.constraints if c is not constraint])
        for view in views:
            if (view.schema, view.name) in relations:
                self.drop_relation(view, node)
        for table, column in users:
            self.setting(column, 'default', None)
        if getattr(found, 'temporary', False) or found.schema == 'pg_temp':
            self.gone(self.session.temporary, found.name)
        else:
            self.gone(relations, (found.schema, found.name))
            self.database.dropped[found.schema, found.name] = self.me
        for column in getattr(found, 'columns', ()) if found.kind == 'table' else ():
            if column.sequence is not None:
                self.gone(*((self.session.temporary, column.sequence.name) if found.temporary
                            else (relations, (column.sequence.schema, column.sequence.name))))

    def truncate(self, node):
        tables = [self.plan.table(*name) for name in node.names]
        relations = self.database.relations
        n = 0
        while n < len(tables):
            for other in relations.values():
                if other.kind == 'table' and other not in tables:
                    for c in other.constraints:
                        if c.kind == 'foreign' and c.target is tables[n]:
                            if not node.cascade:
                                raise ServerError('0A000', 'cannot truncate a table referenced in a foreign key constraint',
                                                  detail=f'Table "{other.name}" references "{tables[n].name}".',
                                                  hint=f'Truncate table "{other.name}" at the same time, or use TRUNCATE ... CASCADE.')
                            tables.append(other)
                            break
            n += 1
        for table in tables:
            self.hold(table)
            for row in self.plan.rows_of(table):
                table.end(row, self.me)
            for column in table.columns:
                if node.restart and column.sequence is not None:
                    self.setting(column.sequence, 'called', False)
                    self.setting(column.sequence, 'last', column.sequence.start)
        return 'TRUNCATE TABLE'
