# recorded by hand: pytest is none of CPython's libraries
"""Tests marked `anyio` run in asyncio or in trio, as `anyio_backend` says."""
import pathlib

import pytest

pathlib.Path('test_both.py').write_text('''
import anyio
import pytest
import sniffio

pytestmark = pytest.mark.anyio


@pytest.fixture(params=['asyncio', 'trio', ('trio', {'restrict_keyboard_interrupt_to_checkpoints': True})], ids=['a', 't', 'options'])
def anyio_backend(request):
    return request.param


@pytest.fixture
async def library():
    await anyio.sleep(0)
    return sniffio.current_async_library()


async def test_name(library, anyio_backend_name):
    assert library == anyio_backend_name


async def test_tasks():
    done = []

    async def work(n):
        await anyio.sleep(n)
        done.append(n)

    async with anyio.create_task_group() as group:
        for n in 3, 1, 2:
            group.start_soon(work, n)
    assert done == [1, 2, 3]


async def test_wrong():
    with anyio.move_on_after(1) as scope:
        await anyio.sleep_forever()
    assert not scope.cancelled_caught
''')
print(pytest.main(['-v', '-p', 'no:cacheprovider', '-o', 'asyncio_default_fixture_loop_scope=function', '--tb=line', 'test_both.py']))
pathlib.Path('test_loops.py').write_text('''
import asyncio

import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture(params=[('asyncio', {'use_uvloop': True}), ('asyncio', {'use_uvloop': False}), 'curio'], ids=['uvloop', 'own', 'unknown'])
def anyio_backend(request):
    return request.param


async def test_loop(anyio_backend_options):
    assert (type(asyncio.get_running_loop()).__module__ == 'uvloop') is anyio_backend_options['use_uvloop']
''')
print(pytest.main(['-v', '-rPf', '--disable-warnings', '-p', 'no:cacheprovider', '-o', 'asyncio_default_fixture_loop_scope=function', '--tb=no', 'test_loops.py']))
