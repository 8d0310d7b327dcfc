class Rounded(float):
    def __int__(self):
        print('asked')
        return round(float(self))


class Plain(float):
    pass


print('%d' % Rounded(3.7), '%5i' % Rounded(3.7), '%s' % Rounded(3.7))
print(b'%d' % Rounded(3.7), '%d' % Plain(3.7), '%d' % 3.7)
