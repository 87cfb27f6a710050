// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarydetails.h"

#include "app/report/figures.h"
#include "ui/common/buttons.h"
#include "ui/common/dispositionmark.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/marklabel.h"
#include "ui/common/price.h"
#include "ui/common/promptview.h"
#include "ui/common/textlabel.h"
#include "ui/common/thumbnails.h"
#include "ui/library/librarywords.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kWidth = 296;
constexpr int kSide = 16;
constexpr int kPicture = kWidth - 2 * kSide - 1;

QString nameOf(const Generation& generation)
{
    if (!generation.asset.isEmpty())
        return plainLine(generation.asset);
    const QString path = generation.image ? generation.image->relativePath : generation.statedImage;
    return plainLine(path.mid(path.lastIndexOf(u'/') + 1));
}

/// "1, candidate 2".
QString cycleText(const Generation& generation)
{
    const QString cycle = QString::number(generation.cycle);
    return generation.candidate ? LibraryDetails::tr("%1, candidate %2").arg(cycle).arg(*generation.candidate)
                                : cycle;
}

QString costText(const Generation& generation)
{
    if (!generation.cost)
        return LibraryDetails::tr("unknown");
    const QString price = formatPrice(*generation.cost);
    return generation.costSource == CostSource::Rate ? LibraryDetails::tr("%1, estimated").arg(price) : price;
}

QList<std::pair<QString, QString>> factsOf(const Generation& generation, const QTimeZone& zone)
{
    const QString unknown = LibraryDetails::tr("unknown");
    const QString path = generation.image ? generation.image->relativePath : generation.statedImage;
    QList<std::pair<QString, QString>> facts{
        {LibraryDetails::tr("Client"),
         generation.client.isEmpty() ? LibraryDetails::tr("No client") : plainLine(generation.client)},
        {LibraryDetails::tr("Asset"), generation.asset.isEmpty() ? unknown : plainLine(generation.asset)},
        {LibraryDetails::tr("Cycle"), cycleText(generation)},
        {LibraryDetails::tr("Model"), generation.model ? plainLine(*generation.model) : unknown},
        {LibraryDetails::tr("Template"), generation.promptTemplate.isEmpty()
                                             ? LibraryDetails::tr("none")
                                             : plainLine(generation.promptTemplate)},
        {LibraryDetails::tr("Sent"), formatDateTime(generation.sentAt, zone)},
        {LibraryDetails::tr("Latency"), generation.latency ? formatDuration(*generation.latency) : unknown},
        {LibraryDetails::tr("Cost"), costText(generation)},
        {LibraryDetails::tr("Attempt"), formatCount(generation.attempt)},
        {LibraryDetails::tr("Drift"), generation.drift ? formatNumber(*generation.drift, 3) : unknown},
        {LibraryDetails::tr("Outcome"), outcomeWord(generation.status)},
        {LibraryDetails::tr("File"), path.isEmpty() ? LibraryDetails::tr("none") : plainLine(path)}};
    if (!generation.error.isEmpty())
        facts.append({LibraryDetails::tr("Error"), plainLine(generation.error)});
    return facts;
}

} // namespace

/// The picture, or the reason why there is none.
class LibraryDetails::Picture : public QWidget
{
public:
    Picture(Thumbnails& thumbnails, QWidget* parent)
        : QWidget(parent)
        , m_thumbnails(thumbnails)
    {
        setFixedSize(kPicture, kPicture);
        connect(&thumbnails, &Thumbnails::changed, this, qOverload<>(&QWidget::update));
    }

    void show(const LibraryDetail& detail)
    {
        m_hasImage = detail.generation.image.has_value();
        m_source = {detail.imagePath, m_hasImage ? detail.generation.image->sha256 : QByteArray()};
        const bool hasFailed = detail.generation.status != GenerationStatus::Ok;
        m_word = hasFailed ? outcomeWord(detail.generation.status) : LibraryDetails::tr("No image file");
        m_token = hasFailed ? Token::Bad : Token::Text3;
        setAccessibleName(m_hasImage ? LibraryDetails::tr("Picture") : m_word);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_hasImage)
            return paintThumbnail(&painter, rect(), m_thumbnails.thumbnail(m_source));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour(Token::Line), 1));
        painter.setBrush(colour(Token::Field));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        paintIcon(&painter, rect().adjusted(0, 0, 0, -28),
                  m_token == Token::Bad ? QStringLiteral("warning") : QStringLiteral("image"), m_token, 24);
        painter.setFont(assay::font(TextStyle::Second));
        painter.setPen(colour(m_token));
        painter.drawText(rect().adjusted(0, 28, 0, 0), Qt::AlignCenter, m_word);
    }

private:
    Thumbnails& m_thumbnails;
    ImageSource m_source;
    QString m_word;
    Token m_token = Token::Text3;
    bool m_hasImage = false;
};

LibraryDetails::LibraryDetails(Thumbnails& thumbnails, const QTimeZone& zone, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_thumbnails(thumbnails)
    , m_zone(zone)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("libraryDetails"));
    setAccessibleName(tr("Details"));
    setLines(Qt::LeftEdge);
    setFixedWidth(kWidth);
    m_scroll->setWidget(makeContent());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->addWidget(m_scroll);
    clear();
}

QWidget* LibraryDetails::makeContent()
{
    auto* content = new Surface(Token::Panel);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSide, 12, kSide - 1, 12);
    column->setSpacing(0);
    m_picture = new Picture(m_thumbnails, content);
    m_name = new TextLabel(TextStyle::Section, Token::Text, content);
    m_name->setObjectName(QStringLiteral("libraryDetailName"));
    m_name->setElideMode(Qt::ElideRight);
    m_verdict = new MarkLabel(MarkLabel::Look::Plain, content);
    m_verdict->setObjectName(QStringLiteral("libraryDetailVerdict"));
    m_verdict->setTextToken(Token::Text2);
    m_note = new TextLabel(TextStyle::Second, Token::Text2, content);
    m_note->setWordWrap(true);
    auto* because = new Surface(Token::BadSoft, content);
    auto* becauseRow = new QHBoxLayout(because);
    becauseRow->setContentsMargins(8, 5, 8, 5);
    becauseRow->setSpacing(6);
    auto* mark = new MarkLabel(Mark::Missed, MarkLabel::Look::Plain, because);
    mark->setState(Mark::Missed, QStringLiteral(" "));
    mark->setFixedWidth(16);
    m_becauseText = new TextLabel(TextStyle::Second, Token::Text, because);
    m_becauseText->setObjectName(QStringLiteral("libraryDetailBecause"));
    m_becauseText->setWordWrap(true);
    becauseRow->addWidget(mark, 0, Qt::AlignTop);
    becauseRow->addWidget(m_becauseText, 1);
    m_because = because;
    m_prompt = new PromptView(content);
    m_prompt->setDensity(PromptView::Density::Compact);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnMinimumWidth(0, 72);
    m_facts->setColumnStretch(1, 1);
    m_folder = makeButton(tr("Show in folder"), ButtonKind::Small, QStringLiteral("folder"), content);
    m_folder->setObjectName(QStringLiteral("libraryShowInFolder"));
    m_copy = makeButton(tr("Copy prompt"), ButtonKind::Small, QStringLiteral("copy"), content);
    m_copy->setObjectName(QStringLiteral("libraryCopyPrompt"));
    connect(m_folder, &QPushButton::clicked, this,
            [this] { emit showInFolderRequested(m_detail.imagePath); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_detail.generation.prompt.value_or(QString()));
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_folder);
    buttons->addWidget(m_copy);
    buttons->addStretch();

    column->addWidget(m_picture);
    column->addSpacing(10);
    column->addWidget(m_name);
    column->addSpacing(2);
    column->addWidget(m_verdict);
    column->addWidget(m_note);
    column->addSpacing(8);
    column->addWidget(m_because);
    column->addSpacing(10);
    column->addWidget(makeLine(Qt::Horizontal, content));
    column->addSpacing(8);
    column->addWidget(m_prompt);
    column->addSpacing(10);
    column->addWidget(makeLine(Qt::Horizontal, content));
    column->addSpacing(10);
    column->addLayout(m_facts);
    column->addSpacing(14);
    column->addLayout(buttons);
    column->addStretch();
    return content;
}

void LibraryDetails::clear()
{
    m_detail = {};
    m_scroll->widget()->hide();
}

void LibraryDetails::setDetail(const LibraryDetail& detail)
{
    const bool isOther = detail.generation.id != m_detail.generation.id;
    m_detail = detail;
    const Generation& generation = m_detail.generation;
    m_picture->show(m_detail);
    m_name->setText(nameOf(generation));
    showVerdict();
    showMissed();
    m_prompt->setPrompt(generation.prompt, generation.checklist);
    showFacts();
    m_folder->setEnabled(!m_detail.imagePath.isEmpty());
    m_copy->setEnabled(generation.prompt.has_value());
    m_scroll->widget()->show();
    if (isOther)
        m_scroll->ensureVisible(0, 0);
}

void LibraryDetails::showVerdict()
{
    const std::optional<Review>& review = m_detail.review;
    if (!review) {
        const bool isOk = m_detail.generation.status == GenerationStatus::Ok;
        m_verdict->setState(isOk ? Mark::Undecided : Mark::Broken,
                            isOk ? QString() : outcomeWord(m_detail.generation.status));
    } else {
        const Mark mark = dispositionMark(review->disposition);
        const QString when = formatDateTime(review->reviewedAt, m_zone);
        m_verdict->setState(mark,
                            review->reviewer.isEmpty()
                                ? tr("%1, %2").arg(markWord(mark), when)
                                : tr("%1 by %2, %3").arg(markWord(mark), plainLine(review->reviewer), when));
    }
    const QString note = review ? review->note : QString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

/// "Counts as 1 of 4 missed: three lamps".
void LibraryDetails::showMissed()
{
    QStringList missed;
    CheckCounts counts;
    if (m_detail.review) {
        counts = countChecks(m_detail.review->checks);
        for (const Constraint& constraint : m_detail.generation.checklist) {
            if (m_detail.review->checks.value(constraint.key, Answer::Met) == Answer::Missed)
                missed.append(plainLine(constraint.statement));
        }
    }
    m_because->setVisible(counts.missed > 0);
    const QString text = tr("Counts as %1 of %2 missed: %3")
                             .arg(QString::number(counts.missed), QString::number(counts.met + counts.missed),
                                  missed.join(QStringLiteral("; ")));
    m_becauseText->setText(counts.missed > 0 ? text : QString());
}

void LibraryDetails::showFacts()
{
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const auto& [name, value] : factsOf(m_detail.generation, m_zone)) {
        auto* label = new TextLabel(name, TextStyle::Second, Token::Text3);
        auto* text = new TextLabel(value, TextStyle::Second, Token::Text);
        text->setElideMode(Qt::ElideMiddle);
        m_facts->addWidget(label, line, 0);
        m_facts->addWidget(text, line, 1);
        ++line;
    }
}

} // namespace assay
