"""The component inventory: small painted parts that take plain values and know no plan.

Colours are tokens ("ink", "muted", "sales.text", "fix.tint"), voices are names ("marketing", "sales", "agency",
"shared", "finance", "customer"), levels are "fine", "note", "look", "fix". A part that paints asks the theme while
it paints, so a change of theme needs no code. Every `draw_…` function paints the same thing inside a cell or chart.

Ground and text
    card        Paper(token) draws the shadows of the cards on it; Card(radius=12, level=1).set_chosen("ink"); Line()
    text        Text(text, style, colour, weight, lines=0, balanced=False, align=LEFT); break_lines, balance, draw_lines
    chapterhead ChapterHead(title, purpose).add_action(button); page margins 32, 24 above it, 16 below it
    scroll      Scroll(content); thin(area) for tables
    paintedlist PaintedList(model): rows painted by a delegate; opened, deleteAsked, menuAsked; take_key(key, event)
    rateboard   RateBoard(unknown=True).show_rows([Rated(key=, name=, below=)], voice), .answers: blind, 1 to 5, by key
    facelist    FaceList(row_height, name), a PaintedList of faces: draw, key_on, click_on; .show_faces(faces)
    readtable   a chart with reading() -> Reading(title, head, rows) can be read as a table: ReadingDialog, readings_in
    spoken      spoken_as = "ListItem" on a painted class says to screen readers what it is
    whole       WholeTips (mix-in), whole_at(widget, point): what is shortened says its whole in the tooltip
    paint       painter, rounded, dashed, draw_text, draw_shadow, text_width; LEFT, RIGHT, CENTRE
    focus       Ringed (mix-in: ring for keyboard focus), point_at(widget) for "Show", by_keyboard(widget)
Controls
    button      Button(text, "primary"|"secondary"|"quiet"|"link", icon=, voice=, size="small"|"normal"|"large")
                HeadButton() in the head of a table, IconButton(icon, name).set_badge(count, level)
    segmented   Segmented([(key, words)]).chosen(key), .set_count(key, n)
    edits       LineEdit, TextArea: .set_text(text), .committed(text)      combo  Combo([(key, words)]).chosen(key)
    datefield   DateField(year).set_day(iso), .dayChanged(iso or None)      field  Field(label, editor).set_error(text)
    chipbutton  ChipButton(text, level): a dashed pill as a choice
    toggles     CheckBox, Switch                             slider  CutSlider(name).moved(percent), .typed(text)
    menu        Menu(parent).add(text, keys, icon).triggered, .popup(point)
People and voices
    glyph       Glyph(voice), draw_glyph, VOICE_NAMES        avatar  Avatar(name, voice, side), draw_avatar
    chip        Chip(text, ground, words), warning_chip(text), state_look("accepted"), state_name
    halves      HalvesFoot().set_halves((name, part), (name, part)), draw_halves_pill
    dots        draw_dots                                    mark    Mark(height), OverlapScore(score), draw_mark
Measures
    ring        draw_ring                                    meter   Meter().set_share(share, name, of=1.0)
    meter       BaselineBar().set_values(baseline, target, likely, words), draw_baseline, draw_meter
    tracks      draw_dumbbell, draw_stance
    mirrored    MirroredScore(left, right).show_rows([MirroredRow(label=, left=, right=, …)], left_mean, right_mean)
Tables
    grid        GridView(row_height): models answer LOOK_ROLE with a CellLook; signals fillDown, lockAsked, noteAsked,
                pasted(rows), cleared, handInChanged; GridHead.mark(column)
    gridcell    CellLook(kind="rest"|"locked"|"group"|"total", voice=, changed_by=, note=, lock=, wrong=, head=, open=)
    blocks      draw_blocks, draw_product, block_at: likely and heavy as two rows of five
Messages
    sidesheet   SideSheet(host): body, add_tool(button), set_title(text), open_sheet(), close_sheet()
    popsheet    PopSheet(host): column, open_at(box, first), keep(), give_up(); Words (Enter keeps)
    emptypage   EmptyPage(headline, why, button, other, voice): started, alternative
    toast       Toast(host).say(text, key), .undone(key)     dialog  Dialog(title, width).open_over(window), .finished
    coachcards  QuestionCard, FindingRow, HistoryEntry, LevelIcon
"""
