from unittest import mock


class Account:
    balance = 1


made = mock.MagicMock(spec=Account)
made.method = mock.Mock(side_effect=[1, ValueError('x')])
print(made.method(), 'method' in dir(made), isinstance(made, Account))
strict = mock.Mock(spec_set=Account)
for use in (lambda: made.method(2), lambda: made.other, lambda: setattr(strict, 'other', 1)):
    try:
        use()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print(made.method.call_args_list)
