// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/promptwords.h"

#include "app/checklist/lexicon.h"

#include <algorithm>

namespace assay {

namespace {

/// "3.5", "16:9", "1/2", "$5", "10%", "#7": digits that count no things.
bool isPartOfFigure(const QString& plain, qsizetype start, qsizetype end)
{
    const auto at = [&](qsizetype i) { return i >= 0 && i < plain.size() ? plain[i] : QChar(u' '); };
    if (!at(start).isDigit())
        return false;
    static const QString kBefore = u"$#/:.,+\u00A3\u20AC"_qs;
    static const QString kAfter = u"/:.,+-"_qs;
    const QChar before = at(start - 1);
    const bool isSum =
        before == u'$' || before == u'#' || before.unicode() == 0xA3 || before.unicode() == 0x20AC;
    return isSum || at(end) == u'%' || (kBefore.contains(before) && at(start - 2).isDigit()) ||
           (kAfter.contains(at(end)) && at(end + 1).isDigit());
}

/// Emoji and their joiners say nothing: "two 🍎 apples". 0: no such thing stands there.
int pictureLength(const QString& plain, qsizetype i)
{
    const ushort unit = plain[i].unicode();
    if (unit == 0x200D || unit == 0xFE0F)
        return 1;
    if (!plain[i].isHighSurrogate() || i + 1 >= plain.size() || !plain[i + 1].isLowSurrogate())
        return 0;
    return QChar::isLetterOrNumber(QChar::surrogateToUcs4(plain[i], plain[i + 1])) ? 0 : 2;
}

} // namespace

std::vector<PromptWord> promptWords(const QString& plain)
{
    std::vector<PromptWord> words;
    words.reserve(size_t(plain.size()) / 5 + 1);
    const auto isInner = [&](qsizetype i) {
        return (plain[i] == u'\'' || plain[i] == QChar(0x2019) || plain[i] == u'-') && i + 1 < plain.size() &&
               plain[i + 1].isLetterOrNumber();
    };
    qsizetype i = 0;
    while (i < plain.size()) {
        if (plain[i].isSpace() || plain[i].category() == QChar::Other_Control) {
            ++i;
            continue;
        }
        if (const int emoji = pictureLength(plain, i); emoji > 0) {
            i += emoji;
            continue;
        }
        qsizetype end = i + 1;
        const bool isWord = plain[i].isLetterOrNumber() || plain[i].isSurrogate();
        while (isWord && end < plain.size() &&
               (plain[end].isLetterOrNumber() || plain[end].isMark() || plain[end].isSurrogate() ||
                isInner(end)))
            ++end;
        // "2girls" is a number and a noun; "35mm" and "4k" are not.
        qsizetype digits = i;
        while (digits < end && plain[digits].isDigit())
            ++digits;
        if (digits > i && digits - i < 3 && end - digits > 2 && plain[digits].isLetter())
            end = digits;
        QString key = plain.mid(i, end - i).toLower();
        key.replace(QChar(0x2019), u'\'');
        unsigned flags = isWord ? wordFlags(key) : 0;
        if ((flags & kNumber) != 0 && isPartOfFigure(plain, i, end))
            flags = kClosed;
        else if (key.size() > 3 && std::all_of(key.begin(), key.end(), [](QChar c) { return c.isDigit(); }))
            flags = kClosed; // a year
        words.push_back({int(i), int(end - i), key, flags, !isWord});
        i = end;
    }
    return words;
}

bool isEnglish(const QString& plain, const std::vector<PromptWord>& words)
{
    qsizetype letters = 0;
    qsizetype foreign = 0;
    for (const QChar c : plain) {
        letters += c.isLetter() ? 1 : 0;
        foreign += c.isLetter() && c.unicode() > 0x24F ? 1 : 0;
    }
    if (foreign * 3 > letters)
        return false;
    int english = 0;
    int other = 0;
    for (const PromptWord& word : words) {
        english += word.has(kClosed | kArticle | kBeing | kColourWord) && !word.has(kForeign) ? 1 : 0;
        other += word.has(kForeign) && word.key != u"a"_qs ? 1 : 0;
    }
    return other < 2 || english > other;
}

} // namespace assay
