// SPDX-License-Identifier: GPL-3.0-or-later
// WelcomePage: the first page while no workspace is open: open the sample or add a folder. GUI thread. It
// asks for what is to be done with signals and shows progress and problems it is told; it opens nothing
// itself.
#pragma once

#include <QPointer>
#include <QTimeZone>
#include <QWidget>

class QImage;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace assay {

class Banner;
class DropArea;
class Panel;
class PictureMosaic;
class TextLabel;
class ZoneDialog;

class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    ~WelcomePage() override;

    /// Up to ten pictures of the sample for its card.
    void setPictures(const QList<QImage>& pictures);
    QTimeZone zone() const { return m_zone; }
    void setZone(const QTimeZone& zone);
    /// While the sample is being made: its button rests, a bar grows. done == total ends it.
    void showSampleProgress(int done, int total);
    /// For what went wrong; above everything.
    Banner* banner() const { return m_banner; }

signals:
    void openSampleRequested();
    void addFolderRequested();
    void openWorkspaceRequested();
    void importLogRequested();
    void pathsDropped(const QStringList& paths); ///< local folders and files, as dropped
    void zoneChosen(const QTimeZone& zone);      ///< by the person, not by setZone()

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeCards();
    Panel* makeSampleCard();
    Panel* makeFolderCard();
    QWidget* makeSteps();
    QWidget* makeFooter();
    void showCurrentCard(const QWidget* focus);
    void askZone();

    QTimeZone m_zone;
    Banner* m_banner = nullptr;
    PictureMosaic* m_mosaic = nullptr;
    DropArea* m_dropArea = nullptr;
    Panel* m_sampleCard = nullptr;
    Panel* m_folderCard = nullptr;
    QPushButton* m_openSample = nullptr;
    QProgressBar* m_progress = nullptr;
    TextLabel* m_sampleWords = nullptr;
    TextLabel* m_zoneWords = nullptr;
    QPointer<ZoneDialog> m_zoneDialog;
};

} // namespace assay
