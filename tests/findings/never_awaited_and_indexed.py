import asyncio
async def game(board):
    return [board, 2]
async def main(
    boards,
):
    total = 0
# a remark
    for board in boards:
        total += game(board)[0]
    print(total)
asyncio.run(main([1, 2]))
# found: never-awaited@10, repaired
