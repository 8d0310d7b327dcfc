# recorded by hand: CPython with email-validator 2.4.0, pydantic 2.14.4, FastAPI 0.165.0 and httpx 0.28.1
"""Addresses are checked as `email_validator` checks them, and pydantic and FastAPI with it."""
import asyncio
import json

import httpx
from email_validator import (EmailNotValidError, EmailSyntaxError, EmailUndeliverableError, ValidatedEmail, caching_resolver,
                             validate_email)
from fastapi import FastAPI
from pydantic import BaseModel, EmailStr, NameEmail, TypeAdapter, ValidationError, validate_email as parts


def told(*args, **kwargs):
    try:
        known = validate_email(*args, **kwargs)
        print(known, known.as_dict())
    except EmailNotValidError as error:
        print(type(error), error)
    except (TypeError, ValueError) as error:
        print(repr(error))


for address in ('Jeff@Example.COM', 'INFO@x.com', 'x', '@x.com', 'x@', 'a..b@x.com', '.a@x.com', 'a b@x.com', 'a@b', 'a@b_c.com', 'a@x.test',
                'a@-b.com', 'a@[127.0.0.1]', 'Me <a@b.com>', '"a b"@x.com', 'é@bücher.de', 'a@xn--bcher-kva.de', 'a@☕.com', 'a@1.אב.com',
                'a\u200bb@x.com', 'e\u0301@x.com', 'a@' + 'b' * 64 + '.com', 'é' * 150 + '@x.com', b'a@x.com', b'\xff@x.com', 3):
    told(address, check_deliverability=False)
told('Me <a@[127.0.0.1]>', allow_display_name=True, allow_domain_literal=True)
told('é@x.com', allow_smtputf8=False)
told('a@x.test', test_environment=True)
told('@x.com', allow_empty_local=True, check_deliverability=False)
told('a@x.com', timeout=3, dns_resolver=object())

told('a@example.com')
told('a@doesnotexist.example')

known = validate_email('a@x.com', check_deliverability=False)
print(known == validate_email('a@x.com', check_deliverability=False), hasattr(known, 'mx'), known.original_email)
print(known.as_constructor())
print(EmailSyntaxError.__mro__, issubclass(EmailUndeliverableError, EmailNotValidError), ValidatedEmail, callable(caching_resolver))


class User(BaseModel):
    email: EmailStr
    other: NameEmail | None = None


user = User(email=' Me@Example.COM ', other='Fred Bloggs <fred@x.com>')
print(user, repr(user.other), str(user.other), user.model_dump(), user.model_dump_json())
print(User(email='Me <a@b.com>', other=NameEmail('a', 'b')), User.model_validate_json('{"email": "a@b.com", "other": "x@y.com"}'))
print(str(NameEmail('a@b', 'c@d.com')), NameEmail('a', 'b') == NameEmail('a', 'b'), parts('"A B" <a@b.com>'))
print(json.dumps(User.model_json_schema()))
for wrong in ({'email': 'x'}, {'email': 3}, {'email': 'a@b'}, {'email': 'a\n@x.com'}, {'email': 'a' * 2100}, {'email': 'a@b.com', 'other': 3}):
    try:
        User(**wrong)
    except ValidationError as error:
        print(error)
        print(error.errors()[0])
try:
    TypeAdapter(NameEmail).validate_python(5)
except ValidationError as error:
    print(error)
try:
    parts('x')
except Exception as error:
    print(type(error), error, repr(error.__cause__))

app = FastAPI()


@app.post('/users')
async def create(user: User) -> User:
    return user


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url='http://test') as client:
        for email in ('A@B.com', 'a@b'):
            answer = await client.post('/users', json={'email': email})
            print(answer.status_code, answer.json())


asyncio.run(main())
