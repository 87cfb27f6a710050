// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvheaders.h"

#include <QHash>

namespace assay {

namespace {

/// The words of a header, a unit or currency aside.
struct Header
{
    QString words;
    QString unit;
    QString currency;
};

Header partsOf(const QString& header)
{
    static const QHash<QString, QString> units{{QStringLiteral("ms"), QStringLiteral("ms")},
                                               {QStringLiteral("millis"), QStringLiteral("ms")},
                                               {QStringLiteral("milliseconds"), QStringLiteral("ms")},
                                               {QStringLiteral("millisekunden"), QStringLiteral("ms")},
                                               {QStringLiteral("s"), QStringLiteral("s")},
                                               {QStringLiteral("sec"), QStringLiteral("s")},
                                               {QStringLiteral("secs"), QStringLiteral("s")},
                                               {QStringLiteral("seconds"), QStringLiteral("s")},
                                               {QStringLiteral("sek"), QStringLiteral("s")},
                                               {QStringLiteral("sekunden"), QStringLiteral("s")}};
    static const QHash<QString, QString> currencies{
        {QStringLiteral("usd"), QStringLiteral("USD")},  {QStringLiteral("eur"), QStringLiteral("EUR")},
        {QStringLiteral("euro"), QStringLiteral("EUR")}, {QStringLiteral("€"), QStringLiteral("EUR")},
        {QStringLiteral("$"), QStringLiteral("USD")},    {QStringLiteral("gbp"), QStringLiteral("GBP")},
        {QStringLiteral("£"), QStringLiteral("GBP")},    {QStringLiteral("chf"), QStringLiteral("CHF")}};
    QString spaced;
    QChar before;
    for (const QChar c : header) {
        const bool isSign = c.category() == QChar::Symbol_Currency;
        if (isSign || (c.isUpper() && before.isLower()))
            spaced += u' ';
        spaced += c.isLetterOrNumber() || isSign ? c : QChar(u' ');
        before = c;
    }
    Header parts;
    QStringList words;
    for (const QString& word : spaced.toLower().simplified().split(u' ')) {
        const bool isFirst = words.isEmpty();
        if (!isFirst && units.contains(word))
            parts.unit = units.value(word);
        else if (!isFirst && currencies.contains(word))
            parts.currency = currencies.value(word);
        else if (isFirst || word != QLatin1String("in"))
            words.append(word);
    }
    parts.words = words.join(u' ');
    return parts;
}

struct Synonyms
{
    CsvField field;
    const char* exact; ///< separated by |
    const char* likely;
};

constexpr Synonyms kSynonyms[]{
    {CsvField::Id, "id|generation id|generation|gen id|uuid|image id|bild id|external id",
     "request id|job id|task id|nr|no|nummer|key"},
    {CsvField::SentAt,
     "sent at|ts|timestamp|sent|generated at|requested at|created at|created|gesendet am|gesendet|"
     "erstellt am|erstellt|erzeugt am|generiert am|zeitstempel|generation date|creation date|"
     "date created|datum uhrzeit|date time|datetime|zeitpunkt",
     "date|datum|day|tag"},
    {CsvField::SentTime, "time|uhrzeit|zeit|time of day", ""},
    {CsvField::Client, "client|kunde|customer|client name|kundenname|auftraggeber", "brand|marke|account"},
    {CsvField::Asset, "asset|asset id|deliverable|motiv|asset name|final asset",
     "project|projekt|campaign|kampagne|brief|briefing|job|auftrag"},
    {CsvField::Batch, "batch|batch id|serie|stapel", "set|group|gruppe"},
    {CsvField::Cycle, "cycle|zyklus|round|runde|revision round|korrekturrunde|schleife", "iteration|version"},
    {CsvField::Candidate, "candidate|kandidat|variant|variante|variation", "index|position"},
    {CsvField::Attempt, "attempt|versuch|try|retry", ""},
    {CsvField::Model, "model|modell|model name|model version|checkpoint|ki modell|ai model",
     "engine|generator|tool"},
    {CsvField::Template, "template|vorlage|prompt template|promptvorlage|prompt vorlage", ""},
    {CsvField::Prompt, "prompt|positive prompt|final prompt|prompt text|prompttext",
     "text|description|beschreibung|input"},
    {CsvField::NegativePrompt,
     "negative prompt|neg prompt|negative|negativer prompt|negativprompt|negativ prompt", ""},
    {CsvField::Seed, "seed|noise seed|startwert", ""},
    {CsvField::Steps, "steps|sampling steps|num inference steps|schritte", ""},
    {CsvField::Cfg, "cfg|cfg scale|guidance|guidance scale", ""},
    {CsvField::Sampler, "sampler|sampler name|sampling method|scheduler", ""},
    {CsvField::Status, "status|outcome|generation status|zustand", "state|result|ergebnis"},
    {CsvField::Error, "error|error message|fehler|fehlermeldung", "failure"},
    {CsvField::LatencyMs,
     "latency|duration|dauer|latenz|generation time|render time|elapsed|laufzeit|"
     "generierungszeit|time taken|took|rechenzeit|response time|antwortzeit",
     "wait"},
    {CsvField::Cost, "cost|kosten|price|preis|cost per image|costs|image cost", "amount|betrag|spend"},
    {CsvField::Currency, "currency|währung|waehrung|cost currency", ""},
    {CsvField::Image,
     "image|image path|file|filename|file name|path|image file|datei|dateiname|bild|bilddatei|pfad|"
     "dateipfad|bildpfad|output|output file",
     "name|url"},
    {CsvField::Clip, "clip|clip score|clip similarity", ""},
    {CsvField::Aesthetic, "aesthetic|aesthetic score|aesthetics|ästhetik|aesthetic rating", ""},
    {CsvField::Drift, "drift|brand drift|drift score", ""},
    {CsvField::Disposition,
     "disposition|verdict|decision|review|review result|bewertung|entscheidung|freigabe|urteil|"
     "approval|review status|freigabestatus|approval status",
     "approved|accepted|freigegeben|rating|thumbs|votum"},
    {CsvField::Reviewer,
     "reviewer|reviewed by|prüfer|pruefer|bewertet von|geprüft von|freigegeben von|approved by|"
     "approver|judge",
     "reviewer name|by|von"},
    {CsvField::ReviewedAt,
     "reviewed at|review date|reviewed on|reviewed|bewertet am|geprüft am|freigegeben am|"
     "freigabedatum|approved at|approved on|decision date|verdict date|prüfdatum|review time",
     ""},
    {CsvField::Note,
     "note|notes|comment|comments|feedback|notiz|notizen|kommentar|kommentare|anmerkung|anmerkungen|"
     "bemerkung|remarks|review note",
     "reason|grund"},
};

using Meanings = QHash<QString, CsvHeaderMeaning>;

Meanings allMeanings()
{
    Meanings meanings;
    const auto add = [&meanings](const Synonyms& synonyms, const char* words, int firstRank) {
        int rank = firstRank;
        for (const QString& word : QString::fromUtf8(words).split(u'|', Qt::SkipEmptyParts))
            meanings.insert(word, {synonyms.field, rank++});
    };
    constexpr int likelyFrom = 100;
    for (const Synonyms& synonyms : kSynonyms) {
        add(synonyms, synonyms.exact, 0);
        add(synonyms, synonyms.likely, likelyFrom);
    }
    // What an export of Assay calls its columns is always understood.
    for (const CsvField field : csvFields()) {
        if (field != CsvField::Kept && field != CsvField::Ignored)
            meanings.insert(toText(field).replace(u'_', u' '), {field, 0});
    }
    return meanings;
}

} // namespace

std::optional<CsvHeaderMeaning> csvHeaderMeaning(const QString& header)
{
    static const Meanings meanings = allMeanings();
    const Header parts = partsOf(header);
    const auto found = meanings.constFind(parts.words);
    if (found == meanings.cend())
        return std::nullopt;
    CsvHeaderMeaning meaning = *found;
    if (meaning.field == CsvField::LatencyMs && parts.unit == QLatin1String("s"))
        meaning.field = CsvField::LatencySeconds;
    return meaning;
}

QString csvHeaderCurrency(const QString& header)
{
    return partsOf(header).currency;
}

bool csvHeaderLacksUnit(const QString& header)
{
    return partsOf(header).unit.isEmpty();
}

} // namespace assay
