"""Fewer SWAPs: a run of them with the same result, and stores in another order in their place."""


def shorten_swaps(instrs, then):
    i = 0
    while i < len(instrs):
        if instrs[i].op == 'SWAP':
            i = _shorten(instrs, i)
            then(instrs, i)
        i += 1


def _shorten(instrs, start):
    """Makes the run of SWAPs the shortest one; where it ends."""
    end = start + 1
    while end < len(instrs) and instrs[end].op in ('SWAP', 'NOP'):
        end += 1
    run = instrs[start:end]
    swaps = [instr.arg for instr in run if instr.op == 'SWAP']
    if len(swaps) == 1:
        return start
    stack = list(range(max(swaps)))
    for depth in swaps:
        stack[0], stack[depth - 1] = stack[depth - 1], stack[0]
    at = len(run) - 1
    for i in range(len(stack)):
        if stack[i] in (-1, i):
            continue
        j = i
        while True:
            if j:
                run[at].become('SWAP', j + 1)
                at -= 1
            if stack[j] == -1:
                break
            stack[j], j = -1, stack[j]
    for instr in run[:at + 1]:
        instr.become('NOP')
    return end - 1


_MOVABLE = 'STORE_FAST', 'STORE_FAST_MAYBE_NULL', 'POP_TOP'


def _next(instrs, i, line):
    for j in range(i + 1, len(instrs)):
        if line >= 0 and instrs[j].line != line:
            return -1
        if instrs[j].op != 'NOP':
            return j if instrs[j].op in _MOVABLE else -1
    return -1


def _stored(instr):
    return -1 if instr.op == 'POP_TOP' else instr.arg


def apply_swaps(instrs, i):
    """Swaps what stores the values instead of the values."""
    for i in range(i, -1, -1):
        swap = instrs[i]
        if swap.op != 'SWAP':
            if swap.op == 'NOP' or swap.op in _MOVABLE:
                continue
            return
        j = _next(instrs, i, -1)
        if j < 0:
            return
        k, line = j, instrs[j].line
        for _ in range(swap.arg - 1):
            k = _next(instrs, k, line)
            if k < 0:
                return
        stores = _stored(instrs[j]), _stored(instrs[k])
        if max(stores) >= 0:
            if stores[0] == stores[1]:
                return
            for instr in instrs[j + 1:k]:
                if instr.op in _MOVABLE and _stored(instr) >= 0 and _stored(instr) in stores:
                    return
        swap.become('NOP')
        instrs[j], instrs[k] = instrs[k], instrs[j]
