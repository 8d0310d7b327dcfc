"""Emoji whose names are not those of their characters."""
EMOJI = dict(pair.split('=') for pair in '''
smile=😄 smiley=😃 grin=😁 laughing=😆 joy=😂 sob=😭 cry=😢 angry=😠 rage=😡 sunglasses=😎 heart_eyes=😍 wink=😉
confused=😕 scream=😱 sleeping=😴 alien=👽 robot=🤖 poop=💩 tada=🎉 thumbs_up=👍 thumbsup=👍 +1=👍 thumbs_down=👎
thumbsdown=👎 -1=👎 ok_hand=👌 clap=👏 clapping_hands=👏 wave=👋 waving_hand=👋 raised_hands=🙌 pray=🙏 muscle=💪
point_right=👉 point_left=👈 point_up=☝ point_down=👇 backhand_index_pointing_right=👉 crossed_fingers=🤞
red_heart=❤ heart=❤ hundred_points=💯 100=💯 boom=💥 collision=💥 exclamation=❗ grey_exclamation=❕ question=❓
white_check_mark=✅ x=❌ cross_mark_button=❎ warning=⚠ stop_sign=🛑 construction=🚧 information=ℹ bulb=💡
light_bulb=💡 zap=⚡ high_voltage=⚡ star=⭐ star2=🌟 hourglass_done=⌛ hourglass_not_done=⏳
hourglass_flowing_sand=⏳ clock1=🕐 one_o’clock=🕐 car=🚗 train=🚋 bike=🚲 house=🏠 office=🏢 computer=💻
optical_disk=💿 cd=💿 telephone=☎ iphone=📱 magnifying_glass_tilted_left=🔍 mag=🔍 magnifying_glass_tilted_right=🔎
mag_right=🔎 unlock=🔓 locked=🔒 unlocked=🔓 link=🔗 mailbox=📫 e-mail=📧 email=✉ pencil=📝 pencil2=✏
chart_increasing=📈 chart_decreasing=📉 calendar=📆 scissors=✂ book=📖 moneybag=💰 dollar_banknote=💵 dollar=💵 gem=💎
1st_place_medal=🥇 2nd_place_medal=🥈 3rd_place_medal=🥉 dart=🎯 soccer=⚽ basketball=🏀 sun=☀ sunny=☀ ocean=🌊
earth_africa=🌍 globe_showing_europe-africa=🌍 moon=🌔 full_moon=🌕 dog=🐶 cat=🐱 mouse=🐭 rabbit=🐰 bear=🐻 tiger=🐯
cow=🐮 pig=🐷 frog=🐸 whale=🐳 bee=🐝 apple=🍎 pizza=🍕 fries=🍟 coffee=☕ tea=🍵 beer=🍺 beers=🍻 cake=🍰 birthday=🎂 egg=🍳
arrow_right=➡ right_arrow=➡ arrow_left=⬅ left_arrow=⬅ arrow_up=⬆ up_arrow=⬆ arrow_down=⬇ down_arrow=⬇
arrows_counterclockwise=🔄 counterclockwise_arrows_button=🔄 repeat=🔁 recycle=♻ recycling_symbol=♻
arrow_forward=▶ play_button=▶ fast_forward=⏩ rewind=⏪ pause_button=⏸ stop_button=⏹ record_button=⏺
back_arrow=🔙 end_arrow=🔚 soon_arrow=🔜 infinity=♾ copyright=© registered=® trade_mark=™ red_circle=🔴
blue_circle=🔵 green_circle=🟢 yellow_circle=🟡 orange_circle=🟠 purple_circle=🟣 white_circle=⚪ black_circle=⚫
red_square=🟥 green_square=🟩 blue_square=🟦 no_bell=🔕 loudspeaker=📢 speaker_high_volume=🔊 mute=🔇 notes=🎶 zzz=💤
dna=🧬 satellite=📡 checkered_flag=🏁 triangular_flag=🚩 white_flag=🏳 black_flag=🏴 man_technologist=👨‍💻
woman_technologist=👩‍💻 detective=🕵 new=🆕 ok=🆗 ok_button=🆗 sos=🆘 up=🆙 cool=🆒 free=🆓 vs=🆚 keycap_1=1️⃣ one=1️⃣
two=2️⃣ three=3️⃣ four=4️⃣ five=5️⃣ six=6️⃣ seven=7️⃣ eight=8️⃣ nine=9️⃣ zero=0️⃣
'''.split())
