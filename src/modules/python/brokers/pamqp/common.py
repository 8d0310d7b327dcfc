"""Types of what a table may hold."""
import datetime
import decimal

FieldArray = list['FieldValue']
FieldTable = dict[str, 'FieldValue']
FieldValue = bool | bytes | bytearray | decimal.Decimal | FieldArray | FieldTable | float | int | None | str | datetime.datetime
Arguments = FieldTable | None
