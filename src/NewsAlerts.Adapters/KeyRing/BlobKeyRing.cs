using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.Adapters.KeyRing;

/// <summary>
/// The keys of ASP.NET Core Data Protection in one blob, <c>keys/keyring.xml</c>, shared by every host of an installation. Nothing is ever taken from
/// it: a link in an old mail works as long as its key is there.
/// </summary>
internal sealed class BlobKeyRing(StorageClients clients) : IXmlRepository
{
    private const string Name = "keyring.xml";
    private const string Root = "keys";

    /// <summary>A key is some 1.5 KB and comes every 90 days.</summary>
    private const long MostBytes = 1_024 * 1_024;

    private readonly BlobClient _blob = clients.Container(Containers.Keys).Blob(Name);
    private readonly Lock _lock = new();
    private ETag? _seen;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock)
        {
            (var keys, _seen) = Read();
            return [.. keys.Elements()];
        }
    }

    /// <summary>
    /// Adds a key, unless another host has added one since the keys were last read: both made theirs because they saw none that would do. Data
    /// Protection reads them all again after this, and then uses the other's; with two, each host would not know the other's links for a day.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_lock)
        {
            while (true)
            {
                var (keys, version) = Read();
                if (version != _seen && element.Name == "key")
                {
                    return;
                }

                keys.Add(element);
                if (TryWrite(keys, version))
                {
                    return;
                }
            }
        }
    }

    private (XElement Keys, ETag? Version) Read()
    {
        try
        {
            var blob = _blob.DownloadContent().Value;
            return blob.Details.ContentLength <= MostBytes
                ? (XElement.Load(blob.Content.ToStream()), blob.Details.ETag)
                : throw new InvalidDataException($"The blob {Containers.Keys}/{Name} has {blob.Details.ContentLength:N0} bytes: nothing of ours is that large.");
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return (new XElement(Root), null);
        }
    }

    private bool TryWrite(XElement keys, ETag? version)
    {
        try
        {
            using var content = new MemoryStream();
            keys.Save(content);
            content.Position = 0;
            _blob.Upload(content, new BlobUploadOptions
            {
                Conditions = version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = version },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/xml" },
            });
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            // Somebody was faster; or it was our own write, whose answer was lost: the next reading tells.
            return false;
        }
    }
}
