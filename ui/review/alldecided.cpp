// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/alldecided.h"

#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/marks.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"
#include "ui/review/undoline.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kTilesWidth = 640;
constexpr int kTileHeight = 81;
constexpr int kRing = 64;

/// A tick in a ring.
class Done : public QWidget
{
public:
    explicit Done(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(kRing, kRing);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour(Token::LineStrong), 1.5));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        paintIcon(&painter, rect(), QStringLiteral("check"), Token::Text, 28);
    }
};

} // namespace

/// One figure under its name.
class StatTile : public QWidget
{
public:
    StatTile(std::optional<Mark> mark, const QString& name, QWidget* parent)
        : QWidget(parent)
        , m_mark(mark)
        , m_name(name)
    {
        setFixedHeight(kTileHeight);
    }

    void setValue(const QString& value)
    {
        m_value = value;
        setAccessibleName(AllDecided::tr("%1: %2").arg(m_name, value));
        update();
    }

    void setFirst(bool isFirst) { m_isFirst = isFirst; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (!m_isFirst)
            painter.fillRect(0, 1, 1, height() - 2, colour(Token::Line));
        const QRect icon(16, 16, 16, 16);
        if (m_mark)
            paintMark(&painter, icon, *m_mark);
        else
            paintIcon(&painter, icon, QStringLiteral("clock"), Token::Text2, 16);
        painter.setFont(assay::font(TextStyle::Second));
        painter.setPen(colour(Token::Text2));
        painter.drawText(QRect(38, 16, width() - 40, 16), Qt::AlignLeft | Qt::AlignVCenter, m_name);
        painter.setFont(assay::font(TextStyle::Title));
        painter.setPen(colour(Token::Text));
        painter.drawText(QRect(16, 36, width() - 20, 28), Qt::AlignLeft | Qt::AlignVCenter, m_value);
    }

private:
    std::optional<Mark> m_mark;
    QString m_name;
    QString m_value;
    bool m_isFirst = false;
};

AllDecided::AllDecided(QAction* undo, QWidget* parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(TextStyle::Welcome, Token::Text, this))
    , m_next(new TextLabel(TextStyle::Lead, Token::Text2, this))
    , m_undo(new UndoLine(undo, this))
{
    setObjectName(QStringLiteral("allDecided"));
    m_sentence->setObjectName(QStringLiteral("allDecidedSentence"));
    m_tiles = makeTiles();
    QWidget* buttons = makeButtons();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(0);
    column->addStretch(11);
    column->addWidget(new Done(this), 0, Qt::AlignHCenter);
    column->addSpacing(24);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(2);
    column->addWidget(m_next, 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addWidget(m_tiles, 0, Qt::AlignHCenter);
    column->addSpacing(24);
    column->addWidget(buttons, 0, Qt::AlignHCenter);
    column->addSpacing(24);
    column->addWidget(m_undo, 0, Qt::AlignHCenter);
    column->addStretch(11);
}

QWidget* AllDecided::makeTiles()
{
    auto* panel = new Panel(this);
    panel->setMaximumWidth(kTilesWidth);
    panel->setMinimumWidth(480);
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    m_stats = {new StatTile(Mark::Accepted, tr("Accepted"), panel),
               new StatTile(Mark::Revised, tr("Revised"), panel),
               new StatTile(Mark::Rejected, tr("Rejected"), panel),
               new StatTile(std::nullopt, tr("Median per image"), panel)};
    m_stats.constFirst()->setFirst(true);
    for (StatTile* stat : std::as_const(m_stats)) {
        stat->setFixedWidth((kTilesWidth - 2) / 4);
        row->addWidget(stat);
    }
    return panel;
}

QWidget* AllDecided::makeButtons()
{
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_addFirst = makeButton(tr("Add a folder"), ButtonKind::Primary, QStringLiteral("folder"), buttons);
    m_lookThrough =
        makeButton(tr("Look through the verdicts"), ButtonKind::Primary, QStringLiteral("library"), buttons);
    m_add = makeButton(tr("Add a folder"), ButtonKind::Secondary, QStringLiteral("folder"), buttons);
    m_showAll = makeButton(tr("Show all to review"), ButtonKind::Primary, QStringLiteral("review"), buttons);
    m_showAll->setObjectName(QStringLiteral("showAllToReview"));
    m_addFirst->setObjectName(QStringLiteral("addFirstFolder"));
    m_lookThrough->setObjectName(QStringLiteral("lookThrough"));
    m_add->setObjectName(QStringLiteral("addFolder"));
    for (QPushButton* button : {m_addFirst, m_lookThrough, m_add, m_showAll})
        row->addWidget(button);
    connect(m_addFirst, &QPushButton::clicked, this, &AllDecided::addFolderRequested);
    connect(m_add, &QPushButton::clicked, this, &AllDecided::addFolderRequested);
    connect(m_lookThrough, &QPushButton::clicked, this, &AllDecided::lookThroughRequested);
    connect(m_showAll, &QPushButton::clicked, this, &AllDecided::showAllRequested);
    return buttons;
}

void AllDecided::showDone(const Pace& overall, std::optional<Milliseconds> medianToday)
{
    m_hasImages = true;
    m_nothing.clear();
    m_decided = overall.accepted + overall.revised + overall.rejected;
    m_stats.at(0)->setValue(formatCount(overall.accepted));
    m_stats.at(1)->setValue(formatCount(overall.revised));
    m_stats.at(2)->setValue(formatCount(overall.rejected));
    m_stats.at(3)->setValue(medianToday ? formatDuration(*medianToday) : formatUnknown());
    showWords();
}

void AllDecided::showNoImages()
{
    m_hasImages = false;
    m_nothing.clear();
    showWords();
}

void AllDecided::showNothing(const QueueFilter& filter, qint64 all)
{
    if (!filter.search.isEmpty())
        m_nothing = tr("Nothing found");
    else if (all == 0)
        m_nothing = tr("No images here");
    else if (filter.lane == QueueLane::Decided)
        m_nothing = tr("No image has a verdict yet");
    else
        m_nothing = tr("All of these images have a verdict");
    m_hasImages = false;
    showWords();
}

void AllDecided::setWatchedFolders(int folders)
{
    m_folders = folders;
    showWords();
}

void AllDecided::setUndoText(const QString& text)
{
    m_undo->setTarget(text);
    m_undo->setVisible(!text.isEmpty());
}

void AllDecided::showWords()
{
    const bool isFiltered = !m_nothing.isEmpty();
    const QString watched = m_folders == 0   ? tr("No folder is watched yet.")
                            : m_folders == 1 ? tr("One folder is watched.")
                                             : tr("%1 folders are watched.").arg(formatCount(m_folders));
    if (m_hasImages) {
        m_sentence->setText(m_decided == 1 ? tr("The one image has a verdict")
                                           : tr("All %1 images have a verdict").arg(formatCount(m_decided)));
    } else {
        m_sentence->setText(isFiltered ? m_nothing : tr("There are no images yet"));
    }
    m_next->setText(isFiltered ? tr("The search, the client or the lane leaves the others out.")
                               : tr("New images appear here by themselves. %1").arg(watched));
    m_tiles->setVisible(m_hasImages);
    m_lookThrough->setVisible(m_hasImages);
    m_add->setVisible(m_hasImages);
    m_addFirst->setVisible(!m_hasImages && !isFiltered);
    m_showAll->setVisible(isFiltered);
}

void AllDecided::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Window));
}

} // namespace assay
