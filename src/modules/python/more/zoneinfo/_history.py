"""The rules that much used zones had from 1970 on, before today's: as POSIX writes them, the year from which on each held, and zones.
A year in which clocks were changed once has what held before `~` and behind it, marked by `!` if it is summer time."""
RULES = '''\
EET-2 2015 Africa/Cairo
<-03>3<-02>,M1.4.3/0,M5.1.3/0 1974 America/Argentina/Buenos_Aires
<-03>3 1975 America/Argentina/Buenos_Aires
<-03>3~!<-02>2,M12.1.4/0 1988 America/Argentina/Buenos_Aires
<-03>3<-02>,M10.3.0/0,M3.1.0/0 1989 America/Argentina/Buenos_Aires
!<-02>2~<-03>3,M3.1.0/0 1993 America/Argentina/Buenos_Aires
<-03>3 1994 America/Argentina/Buenos_Aires
<-03>3~!<-03>3,M10.1.0/0 1999 America/Argentina/Buenos_Aires
!<-03>3~<-03>3,M3.1.5/0 2000 America/Argentina/Buenos_Aires
<-03>3 2001 America/Argentina/Buenos_Aires
<-03>3~!<-02>2,M12.5.0/0 2007 America/Argentina/Buenos_Aires
<-03>3<-02>,M10.3.0/0,M3.3.0/0 2008 America/Argentina/Buenos_Aires
!<-02>2~<-03>3,M3.3.0/0 2009 America/Argentina/Buenos_Aires
CST6CDT,M4.5.0,M10.5.0 1970 America/Chicago US/Central
CST6CDT,M1.1.0,M10.5.0 1974 America/Chicago US/Central
CST6CDT,M2.5.0,M10.5.0 1975 America/Chicago US/Central
CST6CDT,M4.5.0,M10.5.0 1976 America/Chicago US/Central
CST6CDT,M4.1.0,M10.5.0 1987 America/Chicago US/Central
MST7MDT,M4.5.0,M10.5.0 1970 America/Denver US/Mountain
MST7MDT,M1.1.0,M10.5.0 1974 America/Denver US/Mountain
MST7MDT,M2.5.0,M10.5.0 1975 America/Denver US/Mountain
MST7MDT,M4.5.0,M10.5.0 1976 America/Denver US/Mountain
MST7MDT,M4.1.0,M10.5.0 1987 America/Denver US/Mountain
PST8PDT,M4.5.0,M10.5.0 1970 America/Los_Angeles US/Pacific PST8PDT
PST8PDT,M1.1.0,M10.5.0 1974 America/Los_Angeles US/Pacific PST8PDT
PST8PDT,M2.5.0,M10.5.0 1975 America/Los_Angeles US/Pacific PST8PDT
PST8PDT,M4.5.0,M10.5.0 1976 America/Los_Angeles US/Pacific PST8PDT
PST8PDT,M4.1.0,M10.5.0 1987 America/Los_Angeles US/Pacific PST8PDT
CST6 1970 America/Mexico_City
CST6CDT,M4.1.0,M10.5.0 1996 America/Mexico_City
CST6CDT,M5.1.0,M9.5.0 2001 America/Mexico_City
CST6CDT,M4.1.0,M10.5.0 2002 America/Mexico_City
EST5EDT,M4.5.0,M10.5.0 1970 America/New_York America/Toronto US/Eastern EST5EDT
EST5EDT,M4.1.0,M10.5.0 1987 America/New_York America/Toronto US/Eastern EST5EDT
EST5EDT,M1.1.0,M10.5.0 1974 America/New_York US/Eastern EST5EDT
EST5EDT,M2.5.0,M10.5.0 1975 America/New_York US/Eastern EST5EDT
EST5EDT,M4.5.0,M10.5.0 1976 America/New_York US/Eastern EST5EDT
<-03>3~!<-02>2,M11.1.6/0 1985 America/Sao_Paulo
<-03>3<-02>,M10.5.6/0,M3.3.6/0 1986 America/Sao_Paulo
<-03>3<-02>,M10.5.0/0,M2.2.6/0 1987 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.1.0/0 1988 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M1.5.0/0 1989 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.2.0/0 1990 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 1991 America/Sao_Paulo
<-03>3<-02>,M10.5.0/0,M2.2.0/0 1992 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M1.5.0/0 1993 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 1994 America/Sao_Paulo
<-03>3<-02>,M10.1.0/0,M2.2.0/0 1996 America/Sao_Paulo
<-03>3<-02>,M10.1.1/0,M2.3.0/0 1997 America/Sao_Paulo
<-03>3<-02>,M10.2.0/0,M3.1.0/0 1998 America/Sao_Paulo
<-03>3<-02>,M10.1.0/0,M2.3.0/0 1999 America/Sao_Paulo
<-03>3<-02>,M10.2.0/0,M2.5.0/0 2000 America/Sao_Paulo
<-03>3<-02>,M10.2.0/0,M2.3.0/0 2001 America/Sao_Paulo
<-03>3<-02>,M11.1.0/0,M2.3.0/0 2002 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 2003 America/Sao_Paulo
<-03>3<-02>,M11.1.2/0,M2.3.0/0 2004 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 2005 America/Sao_Paulo
<-03>3<-02>,M11.1.0/0,M2.3.0/0 2006 America/Sao_Paulo
<-03>3<-02>,M10.2.0/0,M2.5.0/0 2007 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 2008 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.5.0/0 2012 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 2013 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.5.0/0 2015 America/Sao_Paulo
<-03>3<-02>,M10.3.0/0,M2.3.0/0 2016 America/Sao_Paulo
<-03>3<-02>,M11.1.0/0,M2.3.0/0 2018 America/Sao_Paulo
!<-02>2~<-03>3,M2.3.0/0 2019 America/Sao_Paulo
<-03>3 1970 America/Sao_Paulo America/Argentina/Buenos_Aires
!HKST-9~HKT-8,M10.3.0/3:30 1974 Asia/Hong_Kong
HKT-8HKST,M4.3.0/3:30,M10.3.0/3:30 1975 Asia/Hong_Kong
HKT-8 1977 Asia/Hong_Kong
HKT-8HKST,M5.2.0/3:30,M10.3.0/3:30 1979 Asia/Hong_Kong
IST-2 1970 Asia/Jerusalem
IST-2IDT,M7.1.0/0,M10.2.0/0 1974 Asia/Jerusalem
IST-2IDT,M4.3.0/0,M8.5.0/0 1975 Asia/Jerusalem
IST-2 1976 Asia/Jerusalem
IST-2IDT,M8.1.0/0,M9.2.0/1 1980 Asia/Jerusalem
IST-2 1981 Asia/Jerusalem
IST-2IDT,M5.1.0/0,M8.5.0/1 1984 Asia/Jerusalem
IST-2IDT,M4.2.0/0,M9.1.0/0 1985 Asia/Jerusalem
IST-2IDT,M5.3.0/0,M9.1.0/0 1986 Asia/Jerusalem
IST-2IDT,M4.3.3/0,M9.2.0/0 1987 Asia/Jerusalem
IST-2IDT,M4.2.0/0,M9.1.0/0 1988 Asia/Jerusalem
IST-2IDT,M4.5.0/0,M9.1.0/0 1989 Asia/Jerusalem
IST-2IDT,M3.5.0/0,M8.5.0/0 1990 Asia/Jerusalem
IST-2IDT,M3.4.0/0,M9.1.0/0 1991 Asia/Jerusalem
IST-2IDT,M3.5.0/0,M9.1.0/0 1992 Asia/Jerusalem
IST-2IDT,M4.1.5/0,M9.1.0/0 1993 Asia/Jerusalem
IST-2IDT,M4.1.5/0,M8.5.0/0 1994 Asia/Jerusalem
IST-2IDT,M3.5.5/0,M9.1.0/0 1995 Asia/Jerusalem
IST-2IDT,M3.3.5/0,M9.3.1/0 1996 Asia/Jerusalem
IST-2IDT,M3.3.5/0,M9.2.0/0 1997 Asia/Jerusalem
IST-2IDT,M3.3.5/0,M9.1.0/0 1998 Asia/Jerusalem
IST-2IDT,M4.1.5,M9.1.5 1999 Asia/Jerusalem
IST-2IDT,M4.2.5,M10.1.5/1 2000 Asia/Jerusalem
IST-2IDT,M4.2.1/1,M9.5.1/1 2001 Asia/Jerusalem
IST-2IDT,M3.5.5/1,M10.1.1/1 2002 Asia/Jerusalem
IST-2IDT,M3.5.5/1,M10.1.5/1 2003 Asia/Jerusalem
IST-2IDT,M4.1.3/1,M9.4.3/1 2004 Asia/Jerusalem
IST-2IDT,M4.1.5,M10.2.0 2005 Asia/Jerusalem
IST-2IDT,M3.5.5,M10.1.0 2006 Asia/Jerusalem
IST-2IDT,M3.5.5,M9.3.0 2007 Asia/Jerusalem
IST-2IDT,M3.5.5,M10.1.0 2008 Asia/Jerusalem
IST-2IDT,M3.5.5,M9.5.0 2009 Asia/Jerusalem
IST-2IDT,M3.5.5,M9.2.0 2010 Asia/Jerusalem
IST-2IDT,M4.1.5,M10.1.0 2011 Asia/Jerusalem
IST-2IDT,M3.5.5,M9.4.0 2012 Asia/Jerusalem
KST-9 1970 Asia/Seoul
KST-9KDT,M5.2.0,M10.2.0/3 1987 Asia/Seoul
CST-8 1970 Asia/Shanghai
CST-8CDT,M5.1.0,M9.2.0 1986 Asia/Shanghai
CST-8CDT,M4.2.0,M9.2.0 1987 Asia/Shanghai
CST-8CDT,M4.3.0,M9.2.0 1988 Asia/Shanghai
CST-8CDT,M4.3.0,M9.3.0 1989 Asia/Shanghai
CST-8CDT,M4.2.0,M9.3.0 1991 Asia/Shanghai
<+0730>-7:30 1970 Asia/Singapore
<+0730>-7:30~<+08>-8,M12.5.4/23:30 1981 Asia/Singapore
<+0330>-3:30<+0430>,M5.5.0/0,M9.3.3/0 1979 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.5/0,M9.4.2/0 1980 Asia/Tehran
<+0330>-3:30 1981 Asia/Tehran
<+0330>-3:30<+0430>,M5.1.5/0,M9.4.0/0 1991 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.0/0,M9.4.2/0 1992 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.1/0,M9.4.3/0 1993 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.2/0,M9.4.4/0 1994 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.3/0,M9.4.5/0 1995 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.4/0,M9.3.6/0 1996 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.6/0,M9.4.1/0 1997 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.0/0,M9.4.2/0 1998 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.1/0,M9.4.3/0 1999 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.2/0,M9.3.4/0 2000 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.4/0,M9.4.6/0 2001 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.5/0,M9.4.0/0 2002 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.6/0,M9.4.1/0 2003 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.0/0,M9.3.2/0 2004 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.2/0,M9.4.4/0 2005 Asia/Tehran
<+0330>-3:30 2006 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.5/0,M9.3.0/0 2008 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.0/0,M9.4.2/0 2009 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.1/0,M9.4.3/0 2010 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.2/0,M9.4.4/0 2011 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.3/0,M9.3.5/0 2012 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.5/0,M9.4.0/0 2013 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.6/0,M9.4.1/0 2014 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.0/0,M9.4.2/0 2015 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.1/0,M9.3.3/0 2016 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.3/0,M9.4.5/0 2017 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.4/0,M9.4.6/0 2018 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.5/0,M9.4.0/0 2019 Asia/Tehran
<+0330>-3:30<+0430>,M3.3.6/0,M9.3.1/0 2020 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.1/0,M9.4.3/0 2021 Asia/Tehran
<+0330>-3:30<+0430>,M3.4.2/0,M9.4.4/0 2022 Asia/Tehran
AEST-10AEDT,M10.5.0,M3.3.0/3 1988 Australia/Melbourne
AEST-10AEDT,M10.5.0,M3.1.0/3 1991 Australia/Melbourne
AEST-10AEDT,M10.5.0,M3.5.0/3 1995 Australia/Melbourne
AEST-10AEDT,M10.5.0,M4.1.0/3 1982 Australia/Sydney
AEST-10AEDT,M10.5.0,M3.1.0/3 1983 Australia/Sydney
AEST-10AEDT,M10.5.0,M3.3.0/3 1987 Australia/Sydney
AEST-10AEDT,M10.5.0,M3.1.0/3 1990 Australia/Sydney
AEST-10AEDT,M10.5.0,M3.5.0/3 1996 Australia/Sydney
AEST-10 1970 Australia/Sydney Australia/Melbourne
AEST-10~!AEDT-11,M10.5.0 1971 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M10.5.0,M2.5.0/3 1972 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M10.5.0,M3.1.0/3 1973 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M10.3.0,M3.3.0/3 1986 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M8.5.0,M3.5.0/3 2000 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M10.5.0,M3.5.0/3 2001 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M10.5.0,M4.1.0/3 2006 Australia/Sydney Australia/Melbourne
AEST-10AEDT,M10.5.0,M3.5.0/3 2007 Australia/Sydney Australia/Melbourne
EET-2EEST,M4.2.6/0,M11.5.3/1 1975 Europe/Athens
EET-2EEST,M4.2.0,M10.2.0/3 1976 Europe/Athens
EET-2EEST,M4.1.0,M9.5.1/3 1977 Europe/Athens
EET-2EEST,M4.1.0,M9.5.0/4 1978 Europe/Athens
EET-2EEST,M4.1.0/9,M9.5.6 1979 Europe/Athens
EET-2EEST,M4.1.2/0,M9.5.0/0 1980 Europe/Athens
EET-2EEST,M3.5.0/3,M9.5.0/4 1981 Europe/Athens
EET-2 1970 Europe/Athens Europe/Helsinki
CET-1 1970 Europe/Berlin Europe/Paris Europe/Madrid Europe/Amsterdam Europe/Warsaw Europe/Stockholm Europe/Zurich Europe/Vienna Europe/Brussels
CET-1 1970 Europe/Prague Europe/Budapest Europe/Oslo Europe/Copenhagen CET
CET-1CEST,M3.5.0,M9.5.0/3 1981 Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Stockholm Europe/Zurich Europe/Vienna
CET-1CEST,M3.5.0,M9.5.0/3 1981 Europe/Brussels Europe/Prague Europe/Oslo Europe/Copenhagen CET
CET-1CEST,M4.1.0,M9.5.0/3 1980 Europe/Berlin Europe/Rome Europe/Stockholm Europe/Oslo Europe/Copenhagen
CET-1CEST,M4.1.0/0,M9.5.0/1 1980 Europe/Budapest
CET-1CEST,M3.5.0/0,M9.5.0/1 1981 Europe/Budapest
CET-1CEST,M3.5.0,M9.5.0/3 1984 Europe/Budapest
EET-2EEST,M3.5.0,M9.5.0/3 1981 Europe/Helsinki
EET-2EEST,M3.5.0/3,M9.5.0/4 1983 Europe/Helsinki
!EEST-3~EET-2,M9.5.0/3 1991 Europe/Kyiv
EET-2EEST,M3.5.0,M9.5.0/3 1992 Europe/Kyiv
EET-2EEST,M3.5.0,M10.5.0/4 1996 Europe/Kyiv
BST-1 1970 Europe/London
BST-1~GMT0,M10.5.0/3 1971 Europe/London
GMT0BST,M3.3.0,M10.5.0/3 1972 Europe/London
GMT0BST,M3.3.0,M10.4.0/3 1976 Europe/London
GMT0BST,M3.3.0,M10.5.0/3 1978 Europe/London
GMT0BST,M3.5.0/1,M10.5.0 1981 Europe/London
GMT0BST,M3.5.0/1,M10.4.0 1982 Europe/London
GMT0BST,M3.5.0/1,M10.5.0 1984 Europe/London
GMT0BST,M3.5.0/1,M10.4.0 1988 Europe/London
GMT0BST,M3.5.0/1,M10.5.0 1989 Europe/London
GMT0BST,M3.5.0/1,M10.4.0 1993 Europe/London
CET-1CEST,M4.2.6/23,M10.1.0/1 1974 Europe/Madrid
CET-1CEST,M3.5.6/23,M9.5.0/1 1976 Europe/Madrid
CET-1CEST,M4.1.6/23,M9.5.0/1 1977 Europe/Madrid
MSK-3MSD,M3.5.0,M9.5.0/3 1993 Europe/Moscow
MSK-3MSD,M3.5.0,M10.5.0/3 1996 Europe/Moscow
MSK-3~MSK-4,M3.5.0 2011 Europe/Moscow
MSK-4 2012 Europe/Moscow
MSK-4~MSK-3,M10.5.0 2014 Europe/Moscow
CET-1CEST,M3.5.0/1,M9.5.0/1 1976 Europe/Paris
CET-1CEST,M4.1.0,M9.5.0/3 1977 Europe/Paris Europe/Amsterdam Europe/Brussels CET
CET-1CEST,M4.1.0,M10.1.0/3 1978 Europe/Paris Europe/Madrid Europe/Amsterdam Europe/Brussels CET
CET-1CEST,M4.1.0,M9.5.0/3 1979 Europe/Paris Europe/Madrid Europe/Amsterdam Europe/Brussels Europe/Prague CET
CET-1CEST,M5.5.0/0,M9.5.0/1 1970 Europe/Rome
CET-1CEST,M5.4.0/0,M9.5.0/1 1971 Europe/Rome
CET-1CEST,M5.5.0/0,M10.1.0/1 1972 Europe/Rome
CET-1CEST,M6.1.0/0,M9.5.0/1 1973 Europe/Rome
CET-1CEST,M5.5.0/0,M9.5.0/1 1974 Europe/Rome
CET-1CEST,M6.1.0/0,M9.5.0/1 1975 Europe/Rome
CET-1CEST,M5.5.0/0,M9.5.0/1 1976 Europe/Rome
CET-1CEST,M5.4.0/0,M9.5.0/1 1977 Europe/Rome
CET-1CEST,M5.5.0/0,M10.1.0/1 1978 Europe/Rome
CET-1CEST,M5.5.0/0,M9.5.0/1 1979 Europe/Rome
CET-1CEST,M4.1.0/0,M9.5.0/0 1980 Europe/Vienna
CET-1CEST,M4.1.0/1,M9.5.0 1977 Europe/Warsaw
CET-1CEST,M4.1.0/1,M10.1.0 1978 Europe/Warsaw
CET-1CEST,M4.1.0/1,M9.5.0 1979 Europe/Warsaw
CET-1CEST,M3.5.0/1,M9.5.0 1981 Europe/Warsaw
CET-1CEST,M3.5.0,M9.5.0/3 1988 Europe/Warsaw
NZST-12 1970 Pacific/Auckland
NZST-12~!NZDT-13,M11.1.0 1974 Pacific/Auckland
NZST-12NZDT,M10.5.0,M2.5.0/3 1975 Pacific/Auckland
NZST-12NZDT,M10.5.0,M3.1.0/3 1976 Pacific/Auckland
NZST-12NZDT,M10.2.0,M3.1.0/3 1989 Pacific/Auckland
NZST-12NZDT,M10.1.0,M3.3.0/3 1990 Pacific/Auckland
NZST-12NZDT,M9.5.0,M3.3.0/3 2007 Pacific/Auckland'''
