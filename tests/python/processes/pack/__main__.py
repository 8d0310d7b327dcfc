print('the package runs')
