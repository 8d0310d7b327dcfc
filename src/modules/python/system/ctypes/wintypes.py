"""Windows' names of C's types."""
import ctypes

BYTE, WORD, DWORD, CHAR, WCHAR = ctypes.c_ubyte, ctypes.c_ushort, ctypes.c_ulong, ctypes.c_char, ctypes.c_wchar
UINT, INT, DOUBLE, FLOAT, BOOLEAN, BOOL = ctypes.c_uint, ctypes.c_int, ctypes.c_double, ctypes.c_float, BYTE, ctypes.c_long
ULONG, LONG, USHORT, SHORT = ctypes.c_ulong, ctypes.c_long, ctypes.c_ushort, ctypes.c_short
_LARGE_INTEGER = LARGE_INTEGER = ctypes.c_longlong
_ULARGE_INTEGER = ULARGE_INTEGER = ctypes.c_ulonglong
LPCOLESTR = LPOLESTR = OLESTR = LPCWSTR = LPWSTR = ctypes.c_wchar_p
LPCSTR = LPSTR = ctypes.c_char_p
LPCVOID = LPVOID = HANDLE = ctypes.c_void_p
WPARAM, LPARAM, ATOM, LANGID, COLORREF, LGRPID, LCTYPE, LCID = ctypes.c_ulong, ctypes.c_long, WORD, WORD, DWORD, DWORD, DWORD, DWORD
for _name in ('HACCEL HBITMAP HBRUSH HCOLORSPACE HDC HDESK HDWP HENHMETAFILE HFONT HGDIOBJ HGLOBAL HHOOK HICON HINSTANCE HKEY HKL '
              'HLOCAL HMENU HMETAFILE HMODULE HMONITOR HPALETTE HPEN HRGN HRSRC HSTR HTASK HWINSTA HWND SC_HANDLE '
              'SERVICE_STATUS_HANDLE').split():
    globals()[_name] = HANDLE
MAX_PATH = 260


class VARIANT_BOOL(ctypes._SimpleCData):
    _type_ = 'v'

    def __repr__(self):
        return f'{type(self).__name__}({self.value!r})'


class RECT(ctypes.Structure):
    _fields_ = [('left', LONG), ('top', LONG), ('right', LONG), ('bottom', LONG)]


class _SMALL_RECT(ctypes.Structure):
    _fields_ = [('Left', SHORT), ('Top', SHORT), ('Right', SHORT), ('Bottom', SHORT)]


class _COORD(ctypes.Structure):
    _fields_ = [('X', SHORT), ('Y', SHORT)]


class POINT(ctypes.Structure):
    _fields_ = [('x', LONG), ('y', LONG)]


class SIZE(ctypes.Structure):
    _fields_ = [('cx', LONG), ('cy', LONG)]


class FILETIME(ctypes.Structure):
    _fields_ = [('dwLowDateTime', DWORD), ('dwHighDateTime', DWORD)]


class MSG(ctypes.Structure):
    _fields_ = [('hWnd', HWND), ('message', UINT), ('wParam', WPARAM), ('lParam', LPARAM), ('time', DWORD), ('pt', POINT)]


tagRECT = _RECTL = RECTL = RECT
SMALL_RECT, tagPOINT, POINTL, _POINTL, tagSIZE, SIZEL, _FILETIME, tagMSG = _SMALL_RECT, POINT, POINT, POINT, SIZE, SIZE, FILETIME, MSG


def RGB(red, green, blue):
    return red + (green << 8) + (blue << 16)


for _name in 'BOOL BOOLEAN BYTE DWORD FLOAT HANDLE HKEY INT LONG SHORT UINT ULONG USHORT WCHAR WORD'.split():
    globals()['P' + _name] = globals()['LP' + _name] = ctypes.POINTER(globals()[_name])
del _name
