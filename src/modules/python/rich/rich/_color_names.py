"""The names of the 240 colours beyond the sixteen: a number before those that it goes by."""
NAMES = '''
16 grey0 17 navy_blue 18 dark_blue 20 blue3 21 blue1 22 dark_green 25 deep_sky_blue4 26 dodger_blue3 27
dodger_blue2 28 green4 29 spring_green4 30 turquoise4 32 deep_sky_blue3 33 dodger_blue1 36 dark_cyan 37
light_sea_green 38 deep_sky_blue2 39 deep_sky_blue1 40 green3 41 spring_green3 43 cyan3 44 dark_turquoise 45
turquoise2 46 green1 47 spring_green2 48 spring_green1 49 medium_spring_green 50 cyan2 51 cyan1 55 purple4 56
purple3 57 blue_violet 59 grey37 60 medium_purple4 62 slate_blue3 63 royal_blue1 64 chartreuse4 66 pale_turquoise4
67 steel_blue 68 steel_blue3 69 cornflower_blue 71 dark_sea_green4 73 cadet_blue 74 sky_blue3 76 chartreuse3 78
sea_green3 79 aquamarine3 80 medium_turquoise 81 steel_blue1 83 sea_green2 85 sea_green1 87 dark_slate_gray2 88
dark_red 91 dark_magenta 94 orange4 95 light_pink4 96 plum4 98 medium_purple3 99 slate_blue1 101 wheat4 102 grey53
103 light_slate_grey 104 medium_purple 105 light_slate_blue 106 yellow4 108 dark_sea_green 110 light_sky_blue3 111
sky_blue2 112 chartreuse2 114 pale_green3 116 dark_slate_gray3 117 sky_blue1 118 chartreuse1 120 light_green 122
aquamarine1 123 dark_slate_gray1 125 deep_pink4 126 medium_violet_red 128 dark_violet 129 purple 133 medium_orchid3
134 medium_orchid 136 dark_goldenrod 138 rosy_brown 139 grey63 140 medium_purple2 141 medium_purple1 143 dark_khaki
144 navajo_white3 145 grey69 146 light_steel_blue3 147 light_steel_blue 149 dark_olive_green3 150 dark_sea_green3
152 light_cyan3 153 light_sky_blue1 154 green_yellow 155 dark_olive_green2 156 pale_green1 157 dark_sea_green2 159
pale_turquoise1 160 red3 162 deep_pink3 164 magenta3 166 dark_orange3 167 indian_red 168 hot_pink3 169 hot_pink2
170 orchid 172 orange3 173 light_salmon3 174 light_pink3 175 pink3 176 plum3 177 violet 178 gold3 179
light_goldenrod3 180 tan 181 misty_rose3 182 thistle3 183 plum2 184 yellow3 185 khaki3 187 light_yellow3 188 grey84
189 light_steel_blue1 190 yellow2 192 dark_olive_green1 193 dark_sea_green1 194 honeydew2 195 light_cyan1 196 red1
197 deep_pink2 199 deep_pink1 200 magenta2 201 magenta1 202 orange_red1 204 indian_red1 206 hot_pink 207
medium_orchid1 208 dark_orange 209 salmon1 210 light_coral 211 pale_violet_red1 212 orchid2 213 orchid1 214 orange1
215 sandy_brown 216 light_salmon1 217 light_pink1 218 pink1 219 plum1 220 gold1 222 light_goldenrod2 223
navajo_white1 224 misty_rose1 225 thistle1 226 yellow1 227 light_goldenrod1 228 khaki1 229 wheat1 230 cornsilk1 231
grey100 232 grey3 233 grey7 234 grey11 235 grey15 236 grey19 237 grey23 238 grey27 239 grey30 240 grey35 241 grey39
242 grey42 243 grey46 244 grey50 245 grey54 246 grey58 247 grey62 248 grey66 249 grey70 250 grey74 251 grey78 252
grey82 253 grey85 254 grey89 255 grey93
'''
