using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.EndToEnd.Emulators;

public sealed class EmulatorStarterTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(5), TimeProvider.System);
    private string? _whyNot;

    public async Task InitializeAsync() => _whyNot = await TestEmulators.WhyNotAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _deadline.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task Azurite_keeps_its_data_between_runs_and_gives_its_port_back()
    {
        Skip.If(_whyNot is not null, _whyNot);
        var starter = Starter();
        var progress = new Recorder();

        int port;
        await using (var azurite = await starter.StartAzuriteAsync(progress, _deadline.Token))
        {
            var container = await new BlobServiceClient(azurite.ConnectionString).CreateBlobContainerAsync("articles", cancellationToken: _deadline.Token);
            await container.Value.UploadBlobAsync("tide.txt", BinaryData.FromString("High water at noon."), _deadline.Token);
            port = azurite.BlobEndpoint.Port;
            Assert.True(azurite.IsOurs);
            Assert.False(azurite.Exited.IsCompleted);
        }

        Assert.True(await IsFreeAsync(port));
        Assert.IsType<EmulatorProgress.Starting>(progress.Events[^2]);
        Assert.Equal($"http://127.0.0.1:{port}/devstoreaccount1", Assert.IsType<EmulatorProgress.Ready>(progress.Events[^1]).Address);

        await using var again = await starter.StartAzuriteAsync(progress: null, _deadline.Token);
        var blob = new BlobClient(again.ConnectionString, "articles", "tide.txt");
        Assert.Equal("High water at noon.", (await blob.DownloadContentAsync(_deadline.Token)).Value.Content.ToString());
    }

    [SkippableFact]
    public async Task A_mail_that_was_sent_is_in_the_inbox()
    {
        Skip.If(_whyNot is not null, _whyNot);
        await using var mail = await Starter().StartMailCatcherAsync(progress: null, _deadline.Token);

        using var message = new MimeMessage
        {
            Subject = "Höchststand am Nachmittag",
            MessageId = "tide-1@example.org",
            Body = new TextPart("plain") { Text = "High water at noon." },
        };
        message.From.Add(new MailboxAddress("Briefing", "briefing@example.org"));
        message.To.Add(new MailboxAddress("Reader", "reader@example.com"));
        using (var smtp = new SmtpClient())
        {
            await smtp.ConnectAsync(mail.SmtpHost, mail.SmtpPort, SecureSocketOptions.None, _deadline.Token);
            await smtp.SendAsync(message, _deadline.Token);
            await smtp.DisconnectAsync(quit: true, _deadline.Token);
        }

        var caught = Assert.Single(await EventuallyAsync(() => mail.ListAsync(_deadline.Token), mails => mails.Length > 0));
        Assert.Equal("Höchststand am Nachmittag", caught.Subject);
        Assert.Equal("reader@example.com", Assert.Single(caught.To).Address);
        Assert.Equal("High water at noon.", caught.Text?.Trim());
        Assert.Equal("<tide-1@example.org>", caught.Header("Message-ID"));
        Assert.StartsWith(mail.Inbox!.AbsoluteUri, mail.LinkTo(caught).AbsoluteUri, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Two_run_at_once_on_folders_of_their_own_and_the_same_folder_is_refused()
    {
        Skip.If(_whyNot is not null, _whyNot);
        var other = new EmulatorStarter(TestEmulators.On(Path.Combine(_folder.Path, "other")), _http, TimeProvider.System);

        var starting = new[] { Starter().StartAzuriteAsync(null, _deadline.Token), other.StartAzuriteAsync(null, _deadline.Token) };
        var running = await Task.WhenAll(starting);
        await using var first = running[0];
        await using var second = running[1];

        await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("articles", cancellationToken: _deadline.Token);
        Assert.False(await new BlobContainerClient(second.ConnectionString, "articles").ExistsAsync(_deadline.Token));

        var refused = await Assert.ThrowsAsync<EmulatorException>(() => Starter().StartAzuriteAsync(null, _deadline.Token));
        Assert.Contains("Another program runs Azurite", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_already_runs_on_the_data_folder_is_used_and_left_running()
    {
        Skip.If(_whyNot is not null, _whyNot);
        var starting = new[] { Starter().FindOrStartAzuriteAsync(null, _deadline.Token), Starter().FindOrStartAzuriteAsync(null, _deadline.Token) };
        var azurites = await Task.WhenAll(starting);
        await using var ours = azurites.Single(azurite => azurite.IsOurs);
        var found = azurites.Single(azurite => !azurite.IsOurs);
        Assert.Equal(ours.ConnectionString, found.ConnectionString);

        await found.DisposeAsync();

        await new BlobServiceClient(ours.ConnectionString).GetPropertiesAsync(_deadline.Token);
    }

    [SkippableFact]
    public async Task What_runs_at_the_known_addresses_is_used()
    {
        Skip.If(_whyNot is not null, _whyNot);
        await using var azurite = await Starter().StartAzuriteAsync(null, _deadline.Token);
        await using var mail = await Starter().StartMailCatcherAsync(null, _deadline.Token);
        var options = TestEmulators.On(Path.Combine(_folder.Path, "other")) with
        {
            KnownAzurite = azurite.ConnectionString,
            KnownMailServer = (mail.SmtpHost, mail.SmtpPort),
            KnownMailInbox = mail.Inbox,
        };
        var progress = new Recorder();
        var starter = new EmulatorStarter(options, _http, TimeProvider.System);

        await using var sameAzurite = await starter.FindOrStartAzuriteAsync(progress, _deadline.Token);
        await using var sameMail = await starter.FindOrStartMailCatcherAsync(progress, _deadline.Token);

        Assert.False(sameAzurite.IsOurs);
        Assert.Equal(mail.Inbox, sameMail.Inbox);
        Assert.All(progress.Events, step => Assert.IsType<EmulatorProgress.Found>(step));
    }

    [SkippableFact]
    public async Task Killing_the_host_takes_its_emulators_with_it_and_the_data_can_be_used_again()
    {
        Skip.If(_whyNot is not null, _whyNot);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, Program.HoldEmulators, _folder.Path]) { RedirectStandardOutput = true };
        using var host = Process.Start(start)!;
        var connectionString = await host.StandardOutput.ReadLineAsync(_deadline.Token);
        var inbox = new Uri((await host.StandardOutput.ReadLineAsync(_deadline.Token))!);
        var blobPort = new BlobServiceClient(connectionString).Uri.Port;

        // SIGKILL to the host alone: it can run nothing, and nobody kills its children.
        host.Kill();
        await host.WaitForExitAsync(_deadline.Token);

        Assert.True(await EventuallyAsync(() => IsFreeAsync(blobPort), free => free));
        Assert.True(await EventuallyAsync(() => IsFreeAsync(inbox.Port), free => free));
        await using var again = await Starter().FindOrStartAzuriteAsync(progress: null, _deadline.Token);
        Assert.True(again.IsOurs);
    }

    [Fact]
    public async Task A_missing_npm_is_explained()
    {
        var starter = new EmulatorStarter(TestEmulators.On(_folder.Path) with { SearchPath = _folder.Path }, _http, TimeProvider.System);

        var explained = await Assert.ThrowsAsync<EmulatorException>(() => starter.StartAzuriteAsync(progress: null, _deadline.Token));

        Assert.Contains("Neither node nor npm is on the PATH", explained.Message, StringComparison.Ordinal);
        Assert.Contains("20.6.0", explained.Message, StringComparison.Ordinal);
        Assert.Contains("https://nodejs.org", explained.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_emulator_that_does_not_start_says_what_it_said_and_holds_nothing()
    {
        Skip.If(_whyNot is not null, _whyNot);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "azurite"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "azurite", "__azurite_db_blob__.json"), "{ not a database", _deadline.Token);

        var failed = await Assert.ThrowsAsync<EmulatorException>(() => Starter().StartAzuriteAsync(progress: null, _deadline.Token));

        Assert.Contains("Azurite did not start", failed.Message, StringComparison.Ordinal);
        Assert.Contains("JSON", failed.Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_folder.Path, "azurite"), recursive: true);
        await using var afresh = await Starter().StartAzuriteAsync(progress: null, _deadline.Token);
    }

    private EmulatorStarter Starter() => new(TestEmulators.On(_folder.Path), _http, TimeProvider.System);

    private async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> isRight)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isRight(answer) || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, _deadline.Token);
        }
    }

    private static async Task<bool> IsFreeAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, tells no one later than it is told.</summary>
    private sealed class Recorder : IProgress<EmulatorProgress>
    {
        private readonly ConcurrentQueue<EmulatorProgress> _events = new();

        public IReadOnlyList<EmulatorProgress> Events => [.. _events];

        public void Report(EmulatorProgress value) => _events.Enqueue(value);
    }
}
