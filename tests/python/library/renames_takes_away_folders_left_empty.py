# os.renames makes the folders of the new name and takes away those of the old one that are empty then.
import os

os.makedirs('here/a/b/c')
with open('here/a/b/c/one.txt', 'w') as file:
    file.write('1')
os.renames('here/a/b/c/one.txt', 'here/d/e/two.txt')
print(sorted(os.listdir('here')), os.listdir('here/d/e'))
with open('here/d/three.txt', 'w') as file:
    file.write('3')
os.renames('here/d/e/two.txt', 'here/d/two.txt')
print(sorted(os.listdir('here/d')))
os.renames('here/d', 'there/is/d')
print(os.path.exists('here'), sorted(os.listdir('there/is/d')))
os.renames('there/is/d', 'd')
print(os.path.exists('there'), sorted(os.listdir('d')))
os.renames(b'd', b'deep/er')
print(sorted(os.listdir('deep/er')))
try:
    os.renames('none', 'new/none')
except FileNotFoundError as error:
    print(error, os.path.isdir('new'))
