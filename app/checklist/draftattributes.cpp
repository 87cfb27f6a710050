// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/lexicon.h"

#include <QSet>

#include <algorithm>

namespace assay {

namespace {

constexpr int kMostStyleWords = 4;

class AttributeReader
{
public:
    AttributeReader(const PromptReading& reading, DraftList* drafts)
        : m_reading(reading)
        , m_drafts(drafts)
    {
    }

    void read();

private:
    void addOwn(const NounPhrase& phrase);
    void addMadeOf(const NounPhrase& phrase);
    void addShapedLike(const NounPhrase& phrase);
    int addStyle(int at);
    int addStyleOf(int at);
    int behindStyle(int at) const;
    void add(const NounPhrase& phrase, const QString& value, const QString& statement, int first, int last);
    void addStyle(const QString& value, int first, int last);
    /// What is named from the word `at` on; nothing when no noun stands there.
    const NounPhrase* named(int at) const
    {
        const auto next = m_reading.startingAt(at);
        return next != m_reading.phrases().end() && next->first == at ? &*next : nullptr;
    }

    const PromptReading& m_reading;
    DraftList* m_drafts;
};

void AttributeReader::add(const NounPhrase& phrase, const QString& value, const QString& statement, int first,
                          int last)
{
    m_drafts->add({ConstraintKind::Attribute,
                   statement,
                   phrase.noun,
                   value,
                   {},
                   {},
                   -1,
                   m_reading.span(std::min(first, phrase.head), std::max(last, phrase.head))},
                  phrase.told());
}

/// "a large round marble table"
void AttributeReader::addOwn(const NounPhrase& phrase)
{
    for (const int at : phrase.attributes) {
        const PromptWord& word = m_reading.word(at);
        if (word.has(kMaterial)) {
            const QString material = materialOf(word.key);
            add(phrase, material, u"%1 made of %2?"_qs.arg(phrase.told(), material), at, at);
        } else {
            const QString being = isPluralNoun(m_reading.headOf(phrase).key) ? u"are"_qs : u"is"_qs;
            add(phrase, word.key, u"%1 %2 %3?"_qs.arg(phrase.told(), being, word.key), at, at);
        }
    }
}

/// "letters made entirely out of pencils"
void AttributeReader::addMadeOf(const NounPhrase& phrase)
{
    int i = phrase.head + 1;
    i += m_reading.has(i, kBeing) ? 1 : 0;
    while (m_reading.has(i, kAdverb) && i - phrase.head < 4)
        ++i;
    if (!m_reading.isOneOf(i, {u"made", u"built", u"carved", u"crafted", u"constructed", u"formed", u"woven",
                               u"sculpted", u"composed"}))
        return;
    ++i;
    while (m_reading.has(i, kAdverb) && i - phrase.head < 6)
        ++i;
    i += m_reading.isKey(i, u"up") || m_reading.isKey(i, u"out") ? 1 : 0;
    if (!m_reading.isOneOf(i, {u"of", u"from", u"with"}))
        return;
    if (const NounPhrase* material = named(i + 1)) {
        const QString& value = material->whole;
        add(phrase, value, u"%1 made of %2?"_qs.arg(phrase.told(), value), phrase.head, material->head);
    }
}

/// "a pool in the shape of a heart", "a cake shaped like a boat"
void AttributeReader::addShapedLike(const NounPhrase& phrase)
{
    int i = phrase.head + 1;
    i += m_reading.has(i, kBeing) ? 1 : 0;
    const bool isLike = m_reading.isKey(i, u"shaped") && m_reading.isOneOf(i + 1, {u"like", u"as"});
    const bool isIn = m_reading.isKey(i, u"in") && m_reading.isOneOf(i + 1, {u"the", u"a"}) &&
                      m_reading.isOneOf(i + 2, {u"shape", u"form"}) && m_reading.isKey(i + 3, u"of");
    const NounPhrase* shape = isLike ? named(i + 2) : isIn ? named(i + 4) : nullptr;
    if (shape != nullptr)
        add(phrase, shape->noun, u"%1 shaped like %2?"_qs.arg(phrase.told(), shape->noun), phrase.head,
            shape->head);
}

void AttributeReader::addStyle(const QString& value, int first, int last)
{
    m_drafts->add({ConstraintKind::Attribute,
                   u"style: %1?"_qs.arg(value),
                   u"picture"_qs,
                   value,
                   {},
                   {},
                   -1,
                   m_reading.span(first, last)});
}

/// "in the style of Hokusai": the name as it is written; the word behind it.
int AttributeReader::addStyleOf(int at)
{
    int last = at + 1;
    while (m_reading.isWithin(last + 1) && last - at <= kMostStyleWords && !m_reading.word(last + 1).isSign &&
           !m_reading.has(last + 1, kClosed | kBeing))
        ++last;
    int first = at + 2;
    while (m_reading.has(first, kArticle))
        ++first;
    if (first > last)
        return at + 1;
    const PromptSpan span = m_reading.span(first, last);
    addStyle(m_reading.plain().mid(span.start, span.length).simplified(), at, last);
    return last + 1;
}

/// "oil painting", "pixel art", "anime", "in a Ghibli style"; `at` when no style begins there.
int AttributeReader::behindStyle(int at) const
{
    static const QSet<QString> kTwoWords = {u"oil painting"_qs,
                                            u"acrylic painting"_qs,
                                            u"pencil drawing"_qs,
                                            u"pencil sketch"_qs,
                                            u"charcoal drawing"_qs,
                                            u"charcoal sketch"_qs,
                                            u"ink drawing"_qs,
                                            u"line art"_qs,
                                            u"line drawing"_qs,
                                            u"pixel art"_qs,
                                            u"pop art"_qs,
                                            u"vector art"_qs,
                                            u"vector illustration"_qs,
                                            u"digital art"_qs,
                                            u"digital painting"_qs,
                                            u"digital illustration"_qs,
                                            u"concept art"_qs,
                                            u"low poly"_qs,
                                            u"3d render"_qs,
                                            u"3d rendering"_qs,
                                            u"art deco"_qs,
                                            u"art nouveau"_qs,
                                            u"stained glass"_qs,
                                            u"paper cutout"_qs,
                                            u"flat design"_qs,
                                            u"matte painting"_qs,
                                            u"fantasy art"_qs};
    if (m_reading.isWithin(at + 1) && !m_reading.word(at).isSign &&
        kTwoWords.contains(m_reading.word(at).key + u' ' + m_reading.word(at + 1).key))
        return m_reading.isKey(at + 2, u"style") ? at + 3 : at + 2;
    const bool isFree = m_reading.isWithin(at) && !m_reading.word(at).isSign &&
                        !m_reading.has(at, kClosed | kBeing | kArticle | kAbstract);
    const bool isNamed = isFree && m_reading.isKey(at + 1, u"style") &&
                         (!m_reading.isWithin(at + 2) || m_reading.word(at + 2).isSign ||
                          m_reading.has(at + 2, kClosed | kDepiction));
    if (isNamed)
        return at + 2;
    if (!m_reading.has(at, kStyle))
        return at;
    return m_reading.has(at + 1, kDepiction) || m_reading.isKey(at + 1, u"art") ? at + 2 : at + 1;
}

/// A way of drawing or painting that is named at the word `at`; the word behind it.
int AttributeReader::addStyle(int at)
{
    if (m_reading.isOneOf(at, {u"style", u"styles"}) && m_reading.isKey(at + 1, u"of"))
        return addStyleOf(at);
    const int end = behindStyle(at);
    if (end == at)
        return at + 1;
    QStringList words;
    for (int i = at; i < end; ++i)
        words.append(m_reading.word(i).key);
    if (words.constLast() == u"style"_qs)
        words.removeLast();
    addStyle(words.join(u' '), at, end - 1);
    return end;
}

void AttributeReader::read()
{
    for (const NounPhrase& phrase : m_reading.phrases()) {
        if (phrase.isNegated || m_reading.headOf(phrase).has(kColouring))
            continue;
        if (!m_reading.headOf(phrase).has(kAbstract | kDepiction))
            addOwn(phrase);
        addMadeOf(phrase);
        addShapedLike(phrase);
    }
    for (int i = 0; i < m_reading.size();)
        i = addStyle(i);
}

} // namespace

void draftAttributes(const PromptReading& reading, DraftList* drafts)
{
    if (!reading.phrases().empty())
        AttributeReader(reading, drafts).read();
}

} // namespace assay
