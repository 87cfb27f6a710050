// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/prompttext.h"

#include "app/checklist/draftlexicon.h"

#include <QSet>

#include <algorithm>

namespace assay {

namespace {

constexpr int kLongestText = 400;

void blank(QString* text, qsizetype from, qsizetype to, QChar with = u' ')
{
    for (qsizetype i = from; i < to; ++i)
        (*text)[i] = with;
}

/// Values of a JSON prompt become sentences; keys and braces go.
void blankJson(QString* text)
{
    const QString source = *text;
    qsizetype i = 0;
    while (i < source.size()) {
        if (source[i] != u'"') {
            if (QStringView(u"{}[]:").contains(source[i]))
                (*text)[i] = u' ';
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source[end] != u'"')
            end += source[end] == u'\\' ? 2 : 1;
        end = std::min(end, source.size() - 1);
        qsizetype next = end + 1;
        while (next < source.size() && source[next].isSpace())
            ++next;
        const bool isKey = next < source.size() && source[next] == u':';
        if (isKey) {
            const QStringView key = QStringView(source).mid(i + 1, std::max<qsizetype>(0, end - i - 1));
            blank(text, i, end + 1);
            // The value of "text" is shown as it is: its quotes stay.
            if (key.compare(u"text", Qt::CaseInsensitive) == 0 && next + 1 < source.size()) {
                i = source.indexOf(u'"', next);
                if (i < 0)
                    return;
                const qsizetype close = source.indexOf(u'"', i + 1);
                blank(text, next, i);
                i = close < 0 ? source.size() : close + 1;
                continue;
            }
        } else {
            (*text)[i] = u'.';
            (*text)[end] = u'.';
            for (qsizetype at = i + 1; at < end; ++at) {
                if (source[at] == u'\\')
                    (*text)[at] = u' ';
            }
        }
        i = end + 1;
    }
}

void blankFlags(QString* text)
{
    for (qsizetype i = text->indexOf(u"--"_qs); i >= 0; i = text->indexOf(u"--"_qs, i)) {
        qsizetype end = i + 2;
        const bool isFlag =
            end < text->size() && (*text)[end].isLetter() && (i == 0 || (*text)[i - 1].isSpace());
        if (!isFlag) {
            i = end;
            continue;
        }
        while (end < text->size() && !(*text)[end].isSpace())
            ++end;
        qsizetype value = end;
        while (value < text->size() && (*text)[value] == u' ')
            ++value;
        if (value < text->size() && (*text)[value].isDigit()) {
            while (value < text->size() && !(*text)[value].isSpace())
                ++value;
            end = value;
        }
        (*text)[i] = u'.';
        blank(text, i + 1, end);
        i = end;
    }
}

void blankTags(QString* text)
{
    for (qsizetype i = 0; i < text->size(); ++i) {
        const QChar c = (*text)[i];
        if (c == u'<') {
            const qsizetype end = QStringView(*text).mid(i, 200).indexOf(u'>');
            if (end > 0 && QStringView(*text).mid(i, end).contains(u':'))
                blank(text, i, i + end + 1, u',');
        } else if (c == u':' && i + 1 < text->size() && (*text)[i + 1] == u':') {
            // A part of a prompt with its weight: "a hill::2 a kite::-1".
            qsizetype end = i + 2;
            while (end < text->size() &&
                   ((*text)[end].isDigit() || (*text)[end] == u'.' || (*text)[end] == u'-'))
                ++end;
            blank(text, i, end);
            (*text)[i] = u'.';
            i = end - 1;
        } else if (c == u':' && i + 1 < text->size() && (*text)[i + 1].isDigit()) {
            qsizetype end = i + 1;
            while (end < text->size() && ((*text)[end].isDigit() || (*text)[end] == u'.'))
                ++end;
            if (end < text->size() && (*text)[end] == u')')
                blank(text, i, end);
        } else if (c == u'(' || c == u')' || c == u'[' || c == u']' || c == u'{' || c == u'}') {
            (*text)[i] = u' ';
        }
    }
}

QString closingOf(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
    case 0x201C:
        return QString(u'"') + QChar(0x201D);
    case 0x201D:
        return QString(QChar(0x201D));
    case 0x201E:
        return QString(QChar(0x201C)) + QChar(0x201D);
    case 0x2018:
        return QString(QChar(0x2019)) + u'\'';
    case 0x00AB:
        return QString(QChar(0x00BB));
    case 0x00BB:
        return QString(QChar(0x00AB));
    case 0x300C:
        return QString(QChar(0x300D));
    case 0x300E:
        return QString(QChar(0x300F));
    case 0x2039:
        return QString(QChar(0x203A));
    case u'\'':
        return QString(u'\'') + QChar(0x2019);
    case u'`':
        return QStringLiteral("`'");
    default:
        return {};
    }
}

/// An apostrophe within a word or at the end of a plural is no quote.
bool isQuotePlace(const QString& text, qsizetype at, bool isOpening)
{
    const QChar c = text[at];
    if (c != u'\'' && c != QChar(0x2019))
        return true;
    const auto isWord = [&](qsizetype i) { return i >= 0 && i < text.size() && text[i].isLetterOrNumber(); };
    return isOpening ? !isWord(at - 1) && at + 1 < text.size() && !text[at + 1].isSpace() : !isWord(at + 1);
}

bool isSaying(const QString& key)
{
    static const QSet<QString> kWords = {u"says"_qs, u"reads"_qs, u"saying"_qs, u"spells"_qs, u"spelling"_qs};
    return kWords.contains(key);
}

/// "titled", "the words": what follows is a text only when it is written with capitals, or after "with the".
bool isNaming(const QString& key)
{
    static const QSet<QString> kWords = {u"titled"_qs,   u"labelled"_qs,  u"labeled"_qs,     u"captioned"_qs,
                                         u"text"_qs,     u"word"_qs,      u"words"_qs,       u"phrase"_qs,
                                         u"slogan"_qs,   u"caption"_qs,   u"title"_qs,       u"letters"_qs,
                                         u"headline"_qs, u"lettering"_qs, u"inscription"_qs, u"reading"_qs};
    return kWords.contains(key);
}

class AnnouncedTexts
{
public:
    AnnouncedTexts(const QString& prompt, QString* plain)
        : m_prompt(prompt)
        , m_plain(plain)
        , m_words(promptWords(*plain))
    {
    }

    void take(QList<ShownText>* texts);

private:
    bool isCapital(size_t i) const { return m_plain->at(m_words[i].start).isUpper(); }
    /// Two spaces are what is left of a lost quote.
    bool isAfterGap(size_t i) const { return m_words[i].start - m_words[i - 1].end() > 1; }
    bool isGiven(size_t announcer) const;
    bool canBegin(size_t announcer, size_t first) const;
    size_t lastOf(size_t announcer, size_t first) const;
    bool isAllCapitals(size_t i) const;
    size_t lastCapital(size_t colon) const;
    void add(size_t first, size_t last, QList<ShownText>* texts);

    const QString& m_prompt;
    QString* m_plain;
    std::vector<PromptWord> m_words;
};

/// "with the text", "of the words": the text itself has to follow.
bool AnnouncedTexts::isGiven(size_t announcer) const
{
    size_t i = announcer;
    if (i > 0 && m_words[i - 1].key == u"the"_qs)
        --i;
    return i > 0 && (m_words[i - 1].key == u"with"_qs || m_words[i - 1].key == u"of"_qs) &&
           (m_words[announcer].key == u"text"_qs || m_words[announcer].key == u"words"_qs);
}

bool AnnouncedTexts::canBegin(size_t announcer, size_t first) const
{
    const PromptWord& word = m_words[first];
    if (word.isSign || word.key == QString(kTextSign))
        return false;
    if (isCapital(first) || isAfterGap(first))
        return true;
    const bool isTime = word.key.front().isDigit();
    const bool isReader =
        m_words[announcer].key == u"reads"_qs && (announcer == 0 || m_words[announcer - 1].key != u"that"_qs);
    if (isSaying(m_words[announcer].key))
        return isTime || (!isReader &&
                          !word.has(kClosed | kArticle | kVerb | kNumber | kBeing | kDepiction | kAbstract));
    return isGiven(announcer) && !word.has(kClosed | kArticle | kVerb | kBeing);
}

size_t AnnouncedTexts::lastOf(size_t announcer, size_t first) const
{
    const bool isUpper = isCapital(first);
    const bool isOneWord = m_words[announcer].key == u"word"_qs || m_words[announcer].key == u"letters"_qs;
    const bool endsAtGap = isAfterGap(first);
    size_t last = first;
    while (!isOneWord && last + 1 < m_words.size() && last - first < 12) {
        const PromptWord& next = m_words[last + 1];
        const bool isGlued = next.start == m_words[last].end() && last + 2 < m_words.size() &&
                             m_words[last + 2].start == next.end();
        if (next.isSign && next.key != u"&"_qs && !isGlued)
            break;
        const bool leavesCapitals = isUpper && !endsAtGap && isCapital(last) && !isCapital(last + 1);
        const bool isPlace =
            next.key == u"on"_qs || next.key == u"in"_qs || next.key == u"with"_qs || next.key == u"and"_qs;
        if ((endsAtGap && isAfterGap(last + 1)) || (leavesCapitals && next.has(kClosed)) ||
            (!isUpper && !endsAtGap && isPlace))
            break;
        ++last;
    }
    return last;
}

bool AnnouncedTexts::isAllCapitals(size_t i) const
{
    const PromptWord& word = m_words[i];
    const QStringView text = QStringView(*m_plain).mid(word.start, word.length);
    return !word.isSign &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return !c.isLetter() || c.isUpper(); }) &&
           text.front().isLetter();
}

/// "a poster: THE LAST HERO": the last of three capital words or more behind a colon, or the colon.
size_t AnnouncedTexts::lastCapital(size_t colon) const
{
    size_t last = colon;
    while (last + 1 < m_words.size() && last - colon < 12 && isAllCapitals(last + 1))
        ++last;
    const bool isAnnounced = colon > 0 && !m_words[colon - 1].isSign && !isAllCapitals(colon - 1);
    return isAnnounced && last - colon > 2 ? last : colon;
}

void AnnouncedTexts::add(size_t first, size_t last, QList<ShownText>* texts)
{
    const int start = m_words[first].start;
    const int end = m_words[last].end();
    texts->append({m_prompt.mid(start, end - start).simplified(), {start, end - start}});
    blank(m_plain, start, end, kTextSign);
}

void AnnouncedTexts::take(QList<ShownText>* texts)
{
    for (size_t i = 0; i + 1 < m_words.size(); ++i) {
        if (m_words[i].key == u":"_qs && lastCapital(i) > i) {
            const size_t last = lastCapital(i);
            add(i + 1, last, texts);
            i = last;
            continue;
        }
        const bool isNamed = isNaming(m_words[i].key);
        if (!isNamed && !isSaying(m_words[i].key))
            continue;
        size_t first = i + 1;
        // A quote that is never closed announces too.
        const bool isQuoted = m_words[first].isSign && !closingOf(m_words[first].key.front()).isEmpty();
        if ((isQuoted || m_words[first].key == u":"_qs) && first + 1 < m_words.size())
            ++first;
        if (!canBegin(i, first))
            continue;
        const size_t last = lastOf(i, first);
        add(first, last, texts);
        i = last;
    }
}

/// A prompt within quotes as a whole, as tables give it: `"two mugs, ""HOT"" on one"`.
void blankWrapping(QString* text)
{
    const QString trimmed = text->trimmed();
    const bool isWrapped = trimmed.size() > 2 && trimmed.startsWith(u'"') && trimmed.endsWith(u'"');
    if (!isWrapped)
        return;
    const bool isOneQuote = trimmed.indexOf(u'"', 1) == trimmed.size() - 1;
    const bool hasDoubled = trimmed.contains(u"\"\""_qs);
    if (!hasDoubled && !(isOneQuote && trimmed.count(u' ') > 5))
        return;
    (*text)[text->indexOf(u'"')] = u' ';
    (*text)[text->lastIndexOf(u'"')] = u' ';
    for (qsizetype i = text->indexOf(u"\"\""_qs); i >= 0; i = text->indexOf(u"\"\""_qs, i + 2))
        (*text)[i] = u' ';
}

} // namespace

QString plainPrompt(const QString& prompt)
{
    QString text = prompt;
    qsizetype first = 0;
    while (first < text.size() && text[first].isSpace())
        ++first;
    if (first < text.size() && text[first] == u'{' && text.contains(u"\":"_qs))
        blankJson(&text);
    blankWrapping(&text);
    blankFlags(&text);
    blankTags(&text);
    return text;
}

QList<ShownText> takeShownTexts(const QString& prompt, QString* plain)
{
    QList<ShownText> texts;
    QChar failed;
    qsizetype searchedTo = 0;
    for (qsizetype i = 0; i < plain->size(); ++i) {
        const QString closing = closingOf(plain->at(i));
        if (closing.isEmpty() || !isQuotePlace(*plain, i, true))
            continue;
        // Inches: 5" is no opening quote.
        if (plain->at(i) == u'"' && i > 0 && plain->at(i - 1).isDigit())
            continue;
        const qsizetype limit = std::min<qsizetype>(plain->size(), i + kLongestText);
        // What was searched in vain for an opening sign is not searched again for the next one.
        const bool isKnown = plain->at(i) == failed && searchedTo > i;
        qsizetype end = isKnown ? searchedTo : i + 1;
        while (end < limit && !(closing.contains(plain->at(end)) && isQuotePlace(*plain, end, false)))
            ++end;
        if (end >= limit) {
            failed = plain->at(i);
            searchedTo = end;
            continue;
        }
        const QString text = prompt.mid(i + 1, end - i - 1);
        if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            texts.append({text.simplified(), {int(i), int(end - i + 1)}});
        blank(plain, i, end + 1, kTextSign);
        i = end;
    }
    AnnouncedTexts(prompt, plain).take(&texts);
    std::sort(texts.begin(), texts.end(),
              [](const ShownText& a, const ShownText& b) { return a.span.start < b.span.start; });
    return texts;
}

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
        unsigned flags = isWord ? draftWordFlags(key) : 0;
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
