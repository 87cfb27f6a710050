// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/showntexts.h"

#include "app/checklist/lexicon.h"
#include "app/checklist/plainprompt.h"

#include <QSet>

#include <algorithm>

namespace assay {

namespace {

constexpr int kLongestText = 400;

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
        , m_hasSingleSpaces(plain->count(u"  "_qs) * 4 < plain->count(u' '))
    {
    }

    void take(QList<ShownText>* texts);

private:
    bool isAfterGap(size_t i) const;
    bool isCapital(size_t i) const { return m_plain->at(m_words[i].start).isUpper(); }
    bool isGiven(size_t announcer) const;
    bool canBegin(size_t announcer, size_t first) const;
    size_t lastOf(size_t announcer, size_t first) const;
    bool isAllCapitals(size_t i) const;
    size_t lastCapital(size_t colon) const;
    void add(size_t first, size_t last, QList<ShownText>* texts);

    const QString& m_prompt;
    QString* m_plain;
    std::vector<PromptWord> m_words;
    bool m_hasSingleSpaces = false;
};

/// Two spaces are what is left of a lost quote, where the prompt has single ones elsewhere.
bool AnnouncedTexts::isAfterGap(size_t i) const
{
    const int behind = m_words[i - 1].end();
    return m_hasSingleSpaces && m_words[i].start - behind == 2 &&
           QStringView(*m_plain).mid(behind, 2) == QStringView(u"  ");
}

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
        if ((endsAtGap && isAfterGap(last + 1)) || (leavesCapitals && next.has(kClosed | kPaint)) ||
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

} // namespace

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

} // namespace assay
